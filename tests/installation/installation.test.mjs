// Programs that use the library in the three ways that CMake knows build and answer; and what one of them copies out of
// verdicts is its own, which AddressSanitizer watches. Needs build/native.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = join(root, 'tests/installation');
const built = join(root, 'build/installation');
const prefix = join(built, 'prefix');

const run = (command, words) => execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });

/** Configures and builds one consumer; gives the folder of its programs. */
function build(name, ...options) {
  const folder = join(built, name);
  run('cmake', ['-S', join(here, name), '-B', folder, '-G', 'Ninja', ...options]);
  run('cmake', ['--build', folder]);
  return folder;
}
const answerOf = (folder) => run(join(folder, 'consumer'), []).trim();
const sources = `-DRETURNABLE_SOURCE=${root}`;

test('find_package: what was installed is found, and answers', () => {
  rmSync(prefix, { recursive: true, force: true });
  run('cmake', ['--install', join(root, 'build/native'), '--prefix', prefix]);
  assert.equal(answerOf(build('find_package', `-DCMAKE_PREFIX_PATH=${prefix}`)), 'allowed');
});

test('what is installed is the public headers, and none of the engine shows in them', () => {
  const headers = readdirSync(join(prefix, 'include/returnable')).sort();
  assert.deepEqual(headers, ['calendar.h', 'case.h', 'date.h', 'engine.h', 'error.h', 'json.h', 'verdict.h']);
  const text = headers.map((name) => readFileSync(join(prefix, 'include/returnable', name), 'utf8')).join('');
  for (const name of ['string_view> Texts', 'nowhere', 'keeps', 'add_compiled', 'editions()', 'char* format_date', 'by_place', 'parts_json']) {
    assert.ok(!text.includes(name), `${name} is public`);
  }
});

test('add_subdirectory: it answers, without program, tests and install rules of the library', () => {
  const folder = build('add_subdirectory', sources, '-DCMAKE_CXX_FLAGS=-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all');
  assert.equal(answerOf(folder), 'allowed');
  assert.ok(!existsSync(join(folder, 'returnable/returnable')), 'the program was built');
  assert.ok(!existsSync(join(folder, 'returnable/tests')), 'the tests were configured');
  assert.ok(!readFileSync(join(folder, 'returnable/core/cmake_install.cmake'), 'utf8').includes('returnable-config'));
});

test('copies out of temporary verdicts are read under AddressSanitizer when the library is gone', () => {
  assert.equal(run(join(built, 'add_subdirectory/lifetimes'), []).trim(), 'read all');
  const symbols = run('nm', ['-D', join(built, 'add_subdirectory/lifetimes')]);
  assert.match(symbols, /__asan_/, 'AddressSanitizer is not in it');
});

test('FetchContent: it answers', () => {
  assert.equal(answerOf(build('fetch_content', sources)), 'allowed');
});

test('each consumer is short', () => {
  for (const name of ['find_package', 'add_subdirectory', 'fetch_content']) {
    const lines = [join(name, 'CMakeLists.txt'), 'consumer.cpp'].map((file) => readFileSync(join(here, file), 'utf8').split('\n').length - 1);
    assert.ok(lines[0] + lines[1] < 30, `${name}: ${lines}`);
  }
});
