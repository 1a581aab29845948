// What must hold of the tree itself, file by file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url)); // not from doors.mjs, which needs a build

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: at('.') })
  .toString()
  .split('\n')
  .filter((file) => file && !file.endsWith('package-lock.json'));
const text = (file) => readFileSync(at(file), 'utf8');
const sources = files.filter((file) => /\.(cpp|h|ts|js|mjs|css|cmake|html)$/.test(file));
const inWasm = files.filter((file) => /^(core\/(src|cli|include)|wasm)\//.test(file) && /\.(cpp|h)$/.test(file));

test('there is a tree to look at', () => {
  assert.ok(sources.length > 50 && inWasm.length > 20);
});

test('no source file has more than 400 lines', () => {
  const long = sources.filter((file) => text(file).split('\n').length > 401);
  assert.deepEqual(long, []);
});

test('the engine includes no header that costs the WebAssembly build 35 KB and more', () => {
  const heavy = inWasm.filter((file) => /#include <(iostream|sstream|fstream|regex|locale)>/.test(text(file)));
  assert.deepEqual(heavy, []);
});

test('the engine names no shop', () => {
  const shops = readdirSync(at('core/packs'))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => name.replace('.json', ''));
  assert.ok(shops.length > 0);
  const naming = inWasm.filter((file) => new RegExp(`\\b(${shops.join('|')})\\b`, 'i').test(text(file)));
  assert.deepEqual(naming, []);
});

test('the JSON library is used behind one header', () => {
  const users = inWasm.filter((file) => /#include <nlohmann/.test(text(file)));
  assert.ok(users.length <= 2, users.join(', '));
});

// The floors of the engine, lowest first; a file may include its own room and the floors below. Public headers stand with what they describe.
const floors = [['base'], ['dates'], ['pack'], ['reading', 'archive', 'evaluation'], ['verdict'], ['writing'], ['engine'], ['json_api'], ['cli']];
const roomOfPublic = { date: 'dates', calendar: 'dates', case: 'dates', error: 'base', verdict: 'verdict', engine: 'engine', json: 'json_api', version: 'base' };
// Only these may include the reading room: the engine, to load packs (engine.cpp still checks cases too), and the JSON doors.
const readers = ['reading', 'engine', 'json_api'];
// A source file may include the public header whose functions it defines, wherever that stands.
const definesPublic = {
  'core/src/reading/builtin.cpp': 'returnable/engine.h', // builtin_library
  'core/src/writing/verdict_json.cpp': 'returnable/json.h', // write_verdict
};
// Includes that still point up. Each goes when its reason does; one that is gone from the code has to go from here.
const stillUp = {
  'core/src/dates/day_range.h -> pack/pack.h': 'needs FactSet, which belongs in base',
  'core/src/pack/pack.h -> verdict/verdict_view.h': 'a pack holds its ready-made verdict parts',
  'core/src/pack/index_pack.cpp -> verdict/fragments.h': 'makes those parts; loading should ask for them',
  'core/src/reading/compile_pack.cpp -> verdict/fragments.h': 'writes those parts; loading should ask for them',
  'core/src/evaluation/bind_facts.cpp -> reading/json_tree.h': 'needs pointer(), which belongs in base',
  'core/src/evaluation/bind_facts.cpp -> reading/fault_messages.h': 'faults carry their wording, which whoever reads the case should add',
};
const roomOf = (file) => {
  const [, place, first] = file.split('/');
  if (place === 'cli') return 'cli';
  if (place === 'include') return roomOfPublic[file.match(/(\w+)\.h$/)[1]];
  const name = first.replace(/\.\w+$/, '');
  return { check: 'engine', engine_view: 'engine', library_access: 'engine', library_add: 'engine', pack_checker: 'engine' }[name] ?? name;
};
const roomOfInclude = (name) => roomOf(name.startsWith('returnable/') ? `core/include/${name}` : `core/src/${name}`);
const floorOf = (room) => floors.findIndex((rooms) => rooms.includes(room));

test('in the engine no include points up', () => {
  const engine = files.filter((file) => /^core\/(src|include|cli)\//.test(file));
  const ups = [];
  for (const file of engine) {
    const from = roomOf(file);
    assert.ok(floorOf(from) >= 0, `${file} is in no room that is known here`);
    for (const [, name] of text(file).matchAll(/^#include "(.+)"$/gm)) {
      const to = roomOfInclude(name);
      assert.ok(floorOf(to) >= 0, `${file} includes ${name}, which is in no room that is known here`);
      const down = floorOf(to) < floorOf(from) && (to !== 'reading' || readers.includes(from));
      if (from !== to && !down && definesPublic[file] !== name) ups.push(`${file} -> ${name}`);
    }
  }
  assert.ok(engine.length > 50);
  assert.deepEqual(ups.sort(), Object.keys(stillUp).sort());
});

test('every source of the engine is in the list of a build', () => {
  const lists = text('core/CMakeLists.txt') + text('wasm/CMakeLists.txt').replaceAll('${core_src}', 'src');
  const sources = files.filter((file) => /^core\/(src|cli)\/.*\.cpp$/.test(file)).map((file) => file.replace('core/', ''));
  assert.ok(sources.length > 25);
  assert.deepEqual(sources.filter((file) => !new RegExp(`(^|[ (])${file.replace('.', '\\.')}([ )]|$)`, 'm').test(lists)), []);
});

test('nothing is switched off or left for later', () => {
  const words = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'DIS' + 'ABLED_', 'GTEST_' + 'SKIP', '\\.' + 'skip\\(', '\\.' + 'only\\('].join('|'));
  const found = files.filter((file) => /\.(cpp|h|ts|js|mjs|css|sh|md|yml)$/.test(file) && words.test(text(file)));
  assert.deepEqual(found, []);
});

test('lock files name no registry', () => {
  for (const file of ['web', 'tests', 'tests/bench', 'tests/lighthouse', 'tests/packages'].map((folder) => `${folder}/package-lock.json`)) assert.doesNotMatch(text(file), /"resolved":/, file);
});

test('the top level holds what it may', () => {
  const allowed = ['CMakeLists.txt', 'core', 'wasm', 'web', 'tests', 'README.md', 'scripts', 'CMakePresets.json', 'LICENSE', 'CONTRIBUTING.md'];
  const byConvention = ['CHANGELOG.md', 'SECURITY.md', '.github', '.devcontainer', '.ci', '.clang-format', '.clang-tidy', '.editorconfig', '.gitignore', '.npmrc'];
  const other = new Set(files.map((file) => file.split('/')[0]).filter((name) => ![...allowed, ...byConvention].includes(name)));
  assert.deepEqual([...other], []);
});
