// Programs that use the library in the three ways that CMake knows, and by pkg-config, build and answer; and what one of them
// copies out of verdicts is its own, which AddressSanitizer watches. Doxygen has nothing to complain of. Needs build/native.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { blocksOf } from '../node/readme/blocks.mjs';

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
  assert.deepEqual(headers, ['calendar.h', 'case.h', 'date.h', 'engine.h', 'error.h', 'json.h', 'verdict.h', 'version.h']);
  const text = headers.map((name) => readFileSync(join(prefix, 'include/returnable', name), 'utf8')).join('');
  for (const name of ['string_view> Texts', 'nowhere', 'keeps', 'add_compiled', 'editions()', 'char* format_date', 'by_place', 'parts_json']) {
    assert.ok(!text.includes(name), `${name} is public`);
  }
});

/** By pkg-config from a prefix: links the consumer and the example of version.h, and gives what they print. */
function byPkgConfig(from, name) {
  const folder = join(built, name);
  mkdirSync(folder, { recursive: true });
  const [description] = readdirSync(from, { recursive: true }).filter((file) => file.endsWith('/returnable.pc'));
  const env = { ...process.env, PKG_CONFIG_PATH: join(from, description, '..') };
  const ask = (...words) => execFileSync('pkg-config', [...words, 'returnable'], { env, encoding: 'utf8' }).trim();
  const flags = ask('--cflags', '--libs').split(/\s+/);
  assert.equal(ask('--modversion'), version);
  const [example] = blocksOf(readFileSync(join(from, 'include/returnable/version.h'), 'utf8'));
  writeFileSync(join(folder, 'example.cpp'), example.code);
  return [join(here, 'consumer.cpp'), join(folder, 'example.cpp')].map((source) => {
    run('c++', ['-std=c++20', '-Wall', '-Werror', source, ...flags, '-o', join(folder, 'program')]);
    return run(join(folder, 'program'), []).trim();
  });
}
const { version } = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8'));

test('pkg-config: what was installed links, says its version, and may be moved', () => {
  assert.deepEqual(byPkgConfig(prefix, 'pkg_config'), ['allowed', version]);
  const moved = join(built, 'moved');
  rmSync(moved, { recursive: true, force: true });
  renameSync(prefix, moved);
  try {
    assert.deepEqual(byPkgConfig(moved, 'pkg_config'), ['allowed', version]);
  } finally {
    renameSync(moved, prefix);
  }
});

test('licence and pack schema are installed', () => {
  const same = (installed, own) => assert.equal(readFileSync(join(prefix, installed), 'utf8'), readFileSync(join(root, own), 'utf8'));
  same('share/doc/returnable/LICENSE', 'LICENSE');
  same('share/returnable/pack.schema.json', 'core/packs/pack.schema.json');
});

/** Doxygen with its settings, on the headers as `change` makes them. */
function doxygen(change = (text) => text) {
  const folder = join(built, 'doxygen');
  rmSync(folder, { recursive: true, force: true });
  for (const path of ['core/include', 'core/cmake', 'core/Doxyfile']) cpSync(join(root, path), join(folder, path), { recursive: true });
  mkdirSync(join(folder, 'build'));
  const header = join(folder, 'core/include/returnable/engine.h');
  writeFileSync(header, change(readFileSync(header, 'utf8')));
  const { status, stdout, stderr } = spawnSync('doxygen', ['core/Doxyfile'], { cwd: folder, encoding: 'utf8' });
  return { status, said: (stdout + stderr).trim(), page: () => readFileSync(join(folder, 'build/doxygen/html/engine_8h.html'), 'utf8') };
}

test('Doxygen describes the headers, with their examples, without a warning', () => {
  const { status, said, page } = doxygen();
  assert.deepEqual({ status, said }, { status: 0, said: '' });
  assert.match(page(), /parse_date/, 'the example is not there');
  for (const change of [(text) => text.replace(/(?:\/\/\/ .*\n)+(?=Result<Verdict> check)/, ''), (text) => text.replace('/// The verdict on one case.', '/// \\param order nothing\n///')]) {
    assert.notEqual(doxygen(change).status, 0);
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
