// Every code block of the documents and of the public headers does what it says: C++ compiles with both compilers and
// prints its comments, JavaScript runs, JSON is a case, pack, sheet or answer that holds. Needs build/native and build/checker.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { blocksOf, checkCpp, checkJs, checkJson, compilers, exists, read } from './blocks.mjs';

const documents = ['README.md', 'CONTRIBUTING.md', 'core/README.md', 'core/packs/README.md', 'core/laws/README.md', 'web/README.md', 'tests/README.md', 'tests/bench/README.md'];
const headers = readdirSync(new URL('../../../core/include/returnable/', import.meta.url)).map((name) => `core/include/returnable/${name}`);
const of = (path, language) => blocksOf(read(path)).filter((block) => block.language === language);
const packs = of('core/packs/README.md', 'json');
const pack = packs[0].code;

for (const path of [...documents, ...headers]) {
  for (const { code, line } of of(path, 'cpp')) {
    for (const compiler of compilers) test(`${path}:${line} compiles with ${compiler} and runs`, () => checkCpp(code, compiler));
  }
  for (const { code, line } of of(path, 'js')) test(`${path}:${line} runs`, () => checkJs(code, { 'my-shop.json': pack }));
}

for (const path of documents) test(`the JSON of ${path} holds`, () => void checkJson(of(path, 'json')));

test('the documents have a block of each kind, and each header an example', () => {
  assert.ok(of('README.md', 'cpp').length > 0 && of('README.md', 'js').length > 0);
  assert.deepEqual([...new Set(documents.flatMap((path) => checkJson(of(path, 'json'))))].sort(), ['case', 'entitlement', 'pack', 'part', 'sheet']);
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
  'a misspelt key in a part of a pack': () => checkJson([packs[0], { line: 1, code: change(packs[3].code, '"effective"', '"efective"') }]),
  'a clause that no pack has, in a part of one': () => checkJson([packs[0], { line: 1, code: '{"steps": [{"id": "x", "actor": "buyer", "clauses": ["E99"]}]}' }]),
  'a word that only the schema refuses': () => checkJson([{ line: 1, code: change(pack, '"done": ["return_requested_on"]', '"done": []') }]),
  'a misspelt key in a pack': () => checkJson([{ line: 1, code: change(pack, '"length"', '"lenght"') }]),
  'a fact that does not exist in a case': () => checkJson([{ line: 1, code: change(of('README.md', 'json')[0].code, '"reason"', '"reson"') }]),
  'a day that is not in the answer': () => checkJson(of('README.md', 'json').slice(0, 2).map((b) => ({ ...b, code: b.code.replace('"2026-06-03"', '"2026-06-04"') }))),
  'a sheet that does not hold': () => checkJson([{ line: 1, code: change(of('tests/README.md', 'json')[0].code, '"expired"', '"allowed"') }]),
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

// What stands in backticks and looks like a path from the top, or from the document's own folder.
test('the documents name only files that exist', () => {
  const missing = documents.flatMap((path) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const text = read(path).replace(/^```[^]*?^```$/gm, '');
    const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:md|json|h|cpp|ts|mjs|py|txt))`/g), ...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1]);
    const places = (name) => [name, folder + name, `core/src/${name}`, `web/src/${name}`, `tests/proof/${name}`];
    return named.filter((name) => !/[A-Z]{2,}\.|generated|^build\//.test(name) && !places(name).some(exists)).map((name) => `${path}: ${name}`);
  });
  assert.deepEqual(missing, []);
});

test('links to headings of documents lead somewhere', () => {
  const anchors = (path) => [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
  const dead = documents.flatMap((path) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    return [...read(path).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)]
      .filter(([, to, anchor]) => !anchors(to ? new URL(to, `file:///${folder}`).pathname.slice(1) : path).includes(anchor))
      .map(([, to, anchor]) => `${path}: ${to}#${anchor}`);
  });
  assert.deepEqual(dead, []);
});

test('the README has at most 250 lines', () => assert.ok(read('README.md').split('\n').length <= 251));
