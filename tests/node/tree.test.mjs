// What must hold of the tree itself, file by file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at } from './doors.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: at('.') })
  .toString()
  .split('\n')
  .filter((file) => file && !file.endsWith('package-lock.json'));
const text = (file) => readFileSync(at(file), 'utf8');
const sources = files.filter((file) => /\.(cpp|h|ts|js|mjs|css|cmake|html)$/.test(file));
const inWasm = files.filter((file) => /^(core\/(src|include)|wasm)\//.test(file) && /\.(cpp|h)$/.test(file));

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
  const shops = readdirSync(at('core/policies'))
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

test('nothing is switched off or left for later', () => {
  const words = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'DIS' + 'ABLED_', 'GTEST_' + 'SKIP', '\\.' + 'skip\\(', '\\.' + 'only\\('].join('|'));
  const found = files.filter((file) => /\.(cpp|h|ts|js|mjs|css|sh|md|yml)$/.test(file) && words.test(text(file)));
  assert.deepEqual(found, []);
});

test('lock files name no registry', () => {
  for (const file of ['web', 'tests', 'tests/bench', 'tests/lighthouse'].map((folder) => `${folder}/package-lock.json`)) assert.doesNotMatch(text(file), /"resolved":/, file);
});

test('the top level holds what it may', () => {
  const allowed = ['CMakeLists.txt', 'core', 'wasm', 'web', 'tests', 'README.md', 'scripts', 'CMakePresets.json', 'LICENSE', 'CONTRIBUTING.md'];
  const other = new Set(files.map((file) => file.split('/')[0]).filter((name) => !name.startsWith('.') && !allowed.includes(name)));
  assert.deepEqual([...other], []);
});
