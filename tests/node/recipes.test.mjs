// The recipes for vcpkg and Conan, as far as they can be looked at without these programs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = (path) => readFileSync(at(path), 'utf8');
const port = 'core/recipes/vcpkg/portfile.cmake';
const recipe = 'core/recipes/conan/conanfile.py';

test('the recipes set options that there are', () => {
  const options = [...text('CMakeLists.txt').matchAll(/^option\((RETURNABLE_\w+)/gm)].map((match) => match[1]);
  for (const path of [port, recipe]) {
    const set = [...text(path).matchAll(/(RETURNABLE_[A-Z]+)=/g)].map((match) => match[1]);
    assert.deepEqual(set.sort(), ['RETURNABLE_INSTALL', 'RETURNABLE_PROGRAM', 'RETURNABLE_TESTS'], path);
    for (const name of set) assert.ok(options.includes(name), `${path}: ${name}`);
  }
});

test('the port builds the tree that it lies in', () => {
  const [, up] = /\$\{CMAKE_CURRENT_LIST_DIR\}\/([./]+)"/.exec(text(port));
  assert.ok(existsSync(at(`core/recipes/vcpkg/${up}/CMakeLists.txt`)));
  assert.ok(text('core/recipes/vcpkg/usage').includes('returnable::core'));
});

test('the Conan recipes are Python, and the first of them finds the version', () => {
  for (const path of [recipe, 'core/recipes/conan/test_package/conanfile.py'])
    execFileSync('python3', ['-c', 'import ast, sys; ast.parse(open(sys.argv[1]).read())', at(path)]);
  const [, pattern] = /re\.search\(r"(.+?)", project\)/.exec(text(recipe));
  assert.equal(new RegExp(pattern).exec(text('CMakeLists.txt'))[1], JSON.parse(text('web/package.json')).version);
});

test('their consumer is that of the other ways of installing', () => {
  assert.equal(text('core/recipes/conan/test_package/consumer.cpp'), text('tests/installation/consumer.cpp'));
});
