// Every code block of README, CONTRIBUTING and the public headers does what it says: C++ compiles with both compilers and
// prints its comments, JavaScript runs, JSON is a case, pack, sheet or answer that holds. Needs build/native and build/checker.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { blocksOf, checkCpp, checkJs, checkJson, compilers, read } from './blocks.mjs';

const documents = ['README.md', 'CONTRIBUTING.md'];
const headers = readdirSync(new URL('../../../core/include/returnable/', import.meta.url)).map((name) => `core/include/returnable/${name}`);
const of = (path, language) => blocksOf(read(path)).filter((block) => block.language === language);
const pack = of('README.md', 'json').find((block) => block.code.includes('"rules"'))?.code;

for (const path of [...documents, ...headers]) {
  for (const { code, line } of of(path, 'cpp')) {
    for (const compiler of compilers) test(`${path}:${line} compiles with ${compiler} and runs`, () => checkCpp(code, compiler));
  }
  for (const { code, line } of of(path, 'js')) test(`${path}:${line} runs`, () => checkJs(code, { 'my-shop.json': pack }));
}

for (const path of documents) test(`the JSON of ${path} holds`, () => assert.ok(checkJson(of(path, 'json')).length > 0));

test('the documents have a block of each kind, and each header an example', () => {
  assert.ok(of('README.md', 'cpp').length > 0 && of('README.md', 'js').length > 0);
  assert.deepEqual([...new Set(documents.flatMap((path) => checkJson(of(path, 'json'))))].sort(), ['case', 'entitlement', 'pack', 'sheet']);
  for (const header of headers) assert.equal(of(header, 'cpp').length, 1, header);
});

// Each of these errors, planted in a block as it stands, has to be seen.
const planted = {
  'a name that does not exist in C++': () => checkCpp(change(of('README.md', 'cpp')[0].code, 'name_of', 'name_off'), 'g++'),
  'a warning in C++': () => checkCpp(change(of('README.md', 'cpp')[0].code, 'Case order;', 'Case order; int unused;'), 'clang++-14'),
  'another output than C++ prints': () => checkCpp(change(of('README.md', 'cpp')[0].code, '// allowed', '// refused'), 'g++'),
  'a function that does not exist in JavaScript': () => checkJs(change(of('README.md', 'js')[0].code, 'checker.sweep', 'checker.sweap'), { 'my-shop.json': pack }),
  'another output than JavaScript prints': () => checkJs(change(of('README.md', 'js')[0].code, '// allowed', '// refused'), { 'my-shop.json': pack }),
  'a comma missing in JSON': () => checkJson([{ line: 1, code: change(pack, '"bazaar",', '"bazaar"') }]),
  'a misspelt key in a pack': () => checkJson([{ line: 1, code: change(pack, '"length"', '"lenght"') }]),
  'a fact that does not exist in a case': () => checkJson([{ line: 1, code: change(of('README.md', 'json')[0].code, '"reason"', '"reson"') }]),
  'a day that is not in the answer': () => checkJson(of('README.md', 'json').slice(0, 2).map((b) => ({ ...b, code: b.code.replace('"2026-06-03"', '"2026-06-04"') }))),
  'a sheet that does not hold': () => checkJson([{ line: 1, code: change(of('CONTRIBUTING.md', 'json')[0].code, '"expired"', '"allowed"') }]),
};
function change(text, from, to) {
  assert.ok(text.includes(from), `${from} is not there to be changed`);
  return text.replace(from, to);
}
for (const [what, check] of Object.entries(planted)) {
  test(`seen: ${what}`, () => {
    const error = (() => {
      try {
        check();
      } catch (thrown) {
        return thrown;
      }
      return null;
    })();
    assert.ok(error, 'it passed');
    assert.doesNotMatch(error.message, /is not there to be changed/);
  });
}
