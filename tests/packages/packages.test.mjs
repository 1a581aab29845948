// The npm package: packed, installed into an empty folder, imported in Node and in a server-side render, looked at by publint
// and attw, type-checked in TSX; its program answers as the native one. Needs build/package and build/native/returnable.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { built, install, manifest, readmeBlocks, root } from './installed.mjs';

const ofTests = (name) => join(root, 'tests/node_modules', name);
const app = install(Object.fromEntries(['react', 'react-dom', 'scheduler', '@types/react', 'csstype'].map((name) => [name, ofTests(name)])));
after(() => app.remove());

function run(command, words, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: app.folder, encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  return { status, stdout, stderr };
}
function inNode(code, name = 'app.mjs') {
  const { status, stdout, stderr } = run(process.execPath, [app.write(name, code)]);
  assert.equal(status, 0, stderr);
  return stdout.trimEnd();
}
const packs = readdirSync(join(built, 'packs')).filter((name) => name.endsWith('.js')).map((name) => name.replace('.js', ''));
const entries = Object.keys(manifest().exports).flatMap((entry) => (entry.includes('*') ? packs.map((id) => entry.replace('*', id)) : [entry]));
const modules = entries.filter((entry) => !entry.endsWith('.json'));

test('it says what it is, runs nothing when it is installed and depends on nothing', () => {
  const { name, private: closed, scripts, dependencies, peerDependencies, type, license } = manifest();
  assert.deepEqual({ name, closed, scripts, dependencies, peerDependencies, type, license }, { name: 'returnable', closed: undefined, scripts: undefined, dependencies: undefined, peerDependencies: undefined, type: 'module', license: 'MIT' });
  const installed = readdirSync(join(app.folder, 'node_modules/returnable'));
  for (const file of ['LICENSE', 'README.md', 'THIRD_PARTY_LICENSES.txt', 'custom-elements.json']) assert.ok(installed.includes(file), file);
  assert.match(readFileSync(join(built, 'THIRD_PARTY_LICENSES.txt'), 'utf8'), /^lit-html \d/m);
});

test('every entry is imported in Node, and leaves the global scope without a DOM', () => {
  const shops = readdirSync(join(root, 'core/packs')).filter((name) => /^[a-z]+\.json$/.test(name));
  assert.ok(shops.length >= 4 && shops.every((name) => packs.includes(name.replace('.json', ''))));
  const code = modules.map((entry) => `console.log(Object.keys(await import(${JSON.stringify(entry.replace('.', 'returnable'))})).join());`).join('\n');
  const lines = inNode(`${code}\nconsole.log(['document', 'customElements', 'HTMLElement'].some((name) => name in globalThis));`).split('\n');
  assert.equal(lines.length, modules.length + 1);
  const given = Object.fromEntries(modules.map((entry, index) => [entry, lines[index]]));
  assert.equal(given['.'], 'CaseError,EngineError,PackError,loadChecker');
  assert.equal(given['./compiler'], 'EngineError,PackError,loadCompiler');
  for (const entry of ['./widget', './define', './inline']) assert.equal(given[entry], 'ReturnChecker', entry);
  for (const id of packs) assert.equal(given[`./packs/${id}`], 'default', id);
  assert.equal(lines.at(-1), 'false');
});

test('compiled packs answer as the built-in ones do, and without the compiler', () => {
  const order = JSON.stringify({ as_of: '2026-05-10', facts: { marketplace: 'aliexpress', country: 'FR', reason: 'damaged', received_on: '2026-05-04' } });
  const all = packs.map((id, index) => `import pack${index} from 'returnable/packs/${id}';`).join('\n');
  const output = inNode(`import { loadChecker } from 'returnable';
${all}
const order = ${order};
const whole = await loadChecker();
const names = whole.packs().map(({ id }) => id);
const by = Object.fromEntries([${packs.map((id, index) => `[${JSON.stringify(id)}, pack${index}]`).join()}]);
const some = await loadChecker({ packs: [...new Set(names)].map((id) => by[id]), compiler: false });
console.log(JSON.stringify(whole.check(order)) === JSON.stringify(some.check(order)), some.packs().length === names.length);
for (const ask of [() => some.check('{}'), () => some.addPack('{}')])
  try { ask(); } catch (error) { console.log(error.name); }`);
  assert.equal(output, 'true true\nEngineError\nEngineError');
});

test('the compiler validates, compiles and adds', () => {
  writeFileSync(join(app.folder, 'temu.json'), readFileSync(join(root, 'core/packs/temu.json')));
  const output = inNode(`import { readFileSync } from 'node:fs';
import { loadChecker } from 'returnable';
import { loadCompiler, PackError } from 'returnable/compiler';
const compiler = await loadCompiler();
const text = readFileSync('temu.json', 'utf8');
console.log(compiler.validate(text).length, compiler.validate('{"id": 5}').length > 0, compiler.compile(JSON.parse(text)).sentences[0].info.id);
console.log(compiler.warnings(text).length, compiler.warnings(text, '2028-01-01')[0].severity, compiler.warnings('{"id": 5}').length);
const checker = await loadChecker({ packs: [] });
console.log(compiler.addPack(checker, text).id, checker.packs().length);
try { compiler.addPack(checker, '{"id": 5}'); } catch (error) { console.log(error instanceof PackError, checker.packs().length); }`);
  assert.equal(output, '0 true temu\n0 warning 0\ntemu 1\ntrue 1');
});

test('a server-side render writes the element, and what stands in it', () => {
  const output = inNode(`import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import 'returnable/define';
import 'returnable/inline';
console.log(renderToString(createElement('return-checker', { marketplace: 'temu', country: 'FR', onverdict() {} }, createElement('a', { href: '/' }, 'Can I send it back?'))));`);
  assert.equal(output, '<return-checker marketplace="temu" country="FR"><a href="/">Can I send it back?</a></return-checker>');
});

test('the blocks of its README run and print what they say', () => {
  const blocks = readmeBlocks('js');
  assert.ok(blocks.length >= 2);
  for (const code of blocks) {
    const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map((match) => match[1]);
    assert.ok(said.length > 0);
    assert.deepEqual(inNode(code).split('\n'), said);
  }
});

test('publint --strict finds nothing', () => {
  const { status, stdout, stderr } = run(process.execPath, [ofTests('publint/src/cli.js'), 'run', built, '--strict']);
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /All good!/);
});

test('attw finds nothing in any mode of resolution', () => {
  // Of the packs, one stands for all.
  const words = [app.tarball, '--format', 'json', '--include-entrypoints', './packs/temu'];
  const { status, stdout, stderr } = run(process.execPath, [ofTests('@arethetypeswrong/cli/dist/index.js'), ...words]);
  const { analysis } = JSON.parse(stdout);
  assert.equal(status, 0, stderr);
  assert.deepEqual(analysis.problems, []);
  const seen = Object.keys(analysis.entrypoints).filter((entry) => entry !== './packs/*');
  assert.deepEqual(seen.sort(), [...Object.keys(manifest().exports).filter((entry) => !entry.includes('*')), './packs/temu'].sort());
});

const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--jsx', 'react-jsx', '--types', 'react'];
const typeCheck = (files, module, resolution) =>
  run(process.execPath, [join(root, 'web/node_modules/typescript/lib/tsc.js'), ...files, ...options, '--module', module, '--moduleResolution', resolution]);
const uses = `import { loadChecker, type Verdict } from 'returnable';
import { loadCompiler } from 'returnable/compiler';
import temu from 'returnable/packs/temu';
import { ReturnChecker } from 'returnable/widget';
const checker = await loadChecker({ packs: [temu], compiler: false });
export const verdict: Verdict = checker.check({ as_of: '2026-05-10', facts: {} });
export const faults: string[] = (await loadCompiler()).validate('{}').map(({ code }) => code);
document.querySelector('return-checker')?.addEventListener('verdict', ({ detail }) => detail.items[0]?.status === 'allowed');
export const element: HTMLElement = new ReturnChecker();
`;

const mistakes = {
  'an attribute that does not exist': ['marketplace="aliexpress"', 'market="aliexpress"'],
  'a theme that does not exist': ['marketplace="aliexpress"', 'theme="pink"'],
  'a part of the verdict that does not exist': ['event.detail.items', 'event.detail.things'],
  'a status that does not exist': ["status === 'allowed'", "status === 'maybe'"],
  'an option that does not exist': ['compiler: false', 'compilers: false'],
};
for (const [module, resolution] of [['esnext', 'bundler'], ['node20', 'node16']]) {
  test(`TSX with the element and all imports type-checks, and each mistake in it is seen (${resolution})`, () => {
    const code = `${readmeBlocks('tsx')[0]}\n${uses}`;
    app.write('right.tsx', code);
    const wrong = Object.values(mistakes).map(([from, to], index) => {
      assert.ok(code.includes(from));
      app.write(`wrong-${index}.tsx`, code.replace(from, to));
      return `wrong-${index}.tsx`;
    });
    const { stdout } = typeCheck(['right.tsx', ...wrong], module, resolution);
    const faulty = stdout.trim().split('\n').filter((line) => !line.startsWith(' ')).map((line) => line.replace(/\(.*/, ''));
    assert.deepEqual(faulty.sort(), wrong, stdout);
  });
}

test('from CommonJS every entry is required, is the same module, and type-checks', () => {
  const paths = modules.map((entry) => entry.replace('.', 'returnable'));
  app.write('all.cjs', `const same = async (path) => {
  const [required, imported] = [require(path), await import(path)];
  return path.includes('/packs/') ? required === imported.default : Object.keys(imported).every((name) => required[name] === imported[name]);
};
Promise.all(${JSON.stringify(paths)}.map(same)).then((all) => console.log(all.length, all.every(Boolean)));`);
  const { status, stdout, stderr } = run(process.execPath, ['all.cjs']);
  assert.equal(status, 0, stderr);
  assert.equal(stdout, `${modules.length} true\n`);
  const code = `import { loadChecker } from 'returnable';
import temu from 'returnable/packs/temu';
export const status = async () => (await loadChecker({ packs: [temu] })).check({ as_of: '2026-05-10', facts: {} }).items[0].status;
`;
  app.write('right.cts', code);
  app.write('wrong.cts', code.replace('packs: [temu]', 'packs: [5]'));
  const lines = typeCheck(['right.cts', 'wrong.cts'], 'node16', 'node16').stdout.trim().split('\n').filter((line) => !line.startsWith(' '));
  assert.deepEqual(lines.map((line) => line.replace(/\(.*/, '')), ['wrong.cts'], lines.join('\n'));
});

test('custom-elements.json lists what the element has', () => {
  const { modules } = JSON.parse(readFileSync(join(built, 'custom-elements.json'), 'utf8'));
  const [{ attributes, cssParts, cssProperties, slots, events }] = modules[0].declarations;
  const folder = join(root, 'web/src/widget');
  const source = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const names = (list) => list.map(({ name }) => name).sort();
  const all = (pattern) => [...new Set([...source.matchAll(pattern)].map((match) => match[1]))].sort();
  const observed = /observedAttributes\(\) \{\s*return \[([^\]]*)\]/.exec(source)[1];
  assert.deepEqual(names(attributes), [...observed.matchAll(/'(\w+)'/g)].map((match) => match[1]).sort());
  assert.deepEqual(names(cssParts), all(/ part=?"(\w+)"/g));
  assert.deepEqual(names(cssProperties), all(/var\((--return-checker-[\w-]+)/g));
  assert.deepEqual(names(slots), ['', ...all(/<slot name="(\w+)"/g)]);
  assert.deepEqual(names(events), all(/new CustomEvent\('(\w+)'/g));
  for (const { path } of modules) assert.ok(manifest().exports[`./${path.replace('.js', '')}`], path);
});

// The same words to both programs: the same answers, faults and statuses.
const sheets = readdirSync(join(root, 'tests/cases')).flatMap((file) => JSON.parse(readFileSync(join(root, 'tests/cases', file), 'utf8')));
const cases = sheets.filter((_, index) => index % 10 === 0).map(({ given }) => JSON.stringify(given));
const asked = {
  'cases, and lines that are none': [['check'], [...cases, '', '{', '{"as_of": 5}', '[]', `"${'x'.repeat(300_000)}"`].join('\n')],
  'a comparison': [['compare'], `${cases[0]}\n`],
  'one more pack': [['check', '--pack', 'bazaar.json'], '{"as_of": "2026-05-10", "facts": {"marketplace": "bazaar"}}\n'],
  'a pack with faults': [['check', '--pack', 'bad.json'], ''],
  'packs to validate': [['validate', 'bazaar.json', 'bad.json', 'none.json'], ''],
  'the list of packs': [['packs'], ''],
  'its version': [['--version'], ''],
  'no command': [[], ''],
  'an unknown one': [['chek'], ''],
  'an unknown option': [['check', '--packs'], ''],
  'a file that is missing': [['check', '--pack'], ''],
  'a word too many': [['check', 'more'], ''],
  'nothing to validate': [['validate'], ''],
};
for (const [what, [words, input]] of Object.entries(asked)) {
  test(`npx returnable answers as the native program does: ${what}`, () => {
    const [bazaar] = [...readFileSync(join(root, 'core/packs/README.md'), 'utf8').matchAll(/^```json\n([^]*?)^```$/gm)];
    app.write('bazaar.json', bazaar[1]);
    app.write('bad.json', '{"id": 5,\n "nam": 1}');
    const native = run(join(root, 'build/native/returnable'), words, { input });
    const packed = run(join(app.folder, 'node_modules/.bin/returnable'), words, { input });
    assert.equal(packed.status, native.status, packed.stderr);
    const values = (text) => text.split('\n').map((line) => (/^[[{]/.test(line) ? JSON.parse(line) : line));
    assert.deepEqual(values(packed.stdout), values(native.stdout));
    assert.equal(packed.stderr, native.stderr);
  });
}
