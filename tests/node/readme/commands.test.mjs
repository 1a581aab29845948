// The README's CMake and console blocks: the lines of CMake configure and build a program in each of the three ways, the commands of
// the program run, and each other command is one that a suite runs. Needs build/native.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { blocksOf, read } from './blocks.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'returnable-readme-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const of = (path, language) => blocksOf(read(path)).filter((block) => block.language === language);

function run(command, words, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  assert.equal(status, 0, `${command} ${words.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

const [ways, link] = of('README.md', 'cmake').map(({ code }) => code);
const alternatives = ways.trim().split('\n\n');
const installed = join(folder, 'prefix');
const given = [[`-DCMAKE_PREFIX_PATH=${installed}`], [], [`-DFETCHCONTENT_SOURCE_DIR_RETURNABLE=${root}`]];

test('there are three ways', () => assert.equal(alternatives.length, 3));
for (const [index, way] of alternatives.entries()) {
  test(`README: ${way.split('\n').at(-1).replace(/ #.*/, '')}`, () => {
    run('cmake', ['--install', join(root, 'build/native'), '--prefix', installed]);
    const project = join(folder, `way-${index}`);
    mkdirSync(join(project, 'third_party'), { recursive: true });
    symlinkSync(root.replace(/\/$/, ''), join(project, 'third_party/returnable'));
    writeFileSync(join(project, 'main.cpp'), of('README.md', 'cpp')[0].code);
    // The library is defined first, the program after it.
    writeFileSync(join(project, 'CMakeLists.txt'), `cmake_minimum_required(VERSION 3.25)\nproject(mine LANGUAGES CXX)\n${way}\nadd_executable(my_program main.cpp)\n${link}`);
    run('cmake', ['-S', project, '-B', join(project, 'build'), '-G', 'Ninja', ...given[index]]);
    if (index > 0) return; // built from the sources by the suite "installation"
    run('cmake', ['--build', join(project, 'build')]);
    assert.equal(run(join(project, 'build/my_program'), []).trim(), 'allowed');
  });
}

const [pack] = of('core/packs/README.md', 'json');
const order = JSON.stringify(JSON.parse(of('README.md', 'json')[0].code));
// What a suite of its own runs.
const elsewhere = [/^cmake --preset native /, /^scripts\/package$/, /^npm install path\/to\/returnable-\d+\.\d+\.\d+\.tgz$/];
const commands = of('README.md', 'console').flatMap(({ code }) => code.trim().split('\n').map((line) => line.replace(/^\$ /, '').replace(/ +#.*$/, '')));

test('README: every command of the console blocks is run, here or by another suite', () => {
  writeFileSync(join(folder, 'cases.jsonl'), `${order}\n`);
  writeFileSync(join(folder, 'my-shop.json'), pack.code);
  mkdirSync(join(folder, 'build'), { recursive: true });
  symlinkSync(join(root, 'build/native'), join(folder, 'build/native'));
  const here = commands.filter((command) => !elsewhere.some((known) => known.test(command)));
  assert.ok(here.length >= 5 && here.length < commands.length);
  for (const command of here) assert.notEqual(run('bash', ['-euc', command]), '', command);
});
