// One version everywhere, and scripts/release refuses where one differs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = (path) => readFileSync(join(root, path), 'utf8');
const packages = ['web/package.json', 'web/package-lock.json', 'tests/package.json', 'tests/package-lock.json', 'core/recipes/vcpkg/vcpkg.json'];
const version = /^project\(returnable VERSION (\d+\.\d+\.\d+)/m.exec(text('CMakeLists.txt'))[1];

test('CMake and the packages name one version', () => {
  for (const path of packages) assert.equal(JSON.parse(text(path)).version, version, path);
  for (const path of packages.filter((name) => name.includes('lock'))) assert.equal(JSON.parse(text(path)).packages[''].version, version, path);
});

test('the changelog has a dated section for it, and one for what is unreleased', () => {
  assert.match(text('CHANGELOG.md'), new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm'));
  assert.match(text('CHANGELOG.md'), /^## \[Unreleased\]$/m);
});

test('tags name versions of the changelog, none of them a later one', () => {
  const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const tag of tags) assert.ok(text('CHANGELOG.md').includes(`## [${tag.slice(1)}] - `), tag);
});

test('a tag on this commit is of this version', () => {
  const tags = execFileSync('git', ['tag', '--points-at', 'HEAD', 'v*'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const tag of tags) assert.equal(tag, `v${version}`);
});

test('the built site, if there is one, is of this version', () => {
  const built = join(root, 'build/site/v');
  if (existsSync(built)) assert.ok(readdirSync(built).includes(version));
});

test('the built npm package, if there is one, is of this version', () => {
  if (existsSync(join(root, 'build/package'))) assert.equal(JSON.parse(text('build/package/package.json')).version, version);
});

/** scripts/release in a folder that holds only what it looks at, after `plant` has changed it. */
function released(asked, plant = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'returnable-release-'));
  try {
    for (const path of ['CMakeLists.txt', 'CHANGELOG.md', 'web/released.json', 'scripts/release', ...packages]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(root, path), join(folder, path));
    }
    writeFileSync(join(folder, '.gitignore'), 'build/\n');
    const site = join(folder, 'build/site/v', version);
    mkdirSync(site, { recursive: true });
    writeFileSync(join(site, 'return-checker.js'), '// the widget\n');
    const git = (...words) => execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test', '-c', 'core.hooksPath=/dev/null', ...words], { cwd: folder });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'all');
    plant({ git, write: (path, change) => writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8'))), folder });
    const { status, stdout, stderr } = spawnSync('scripts/release', asked, { cwd: folder, encoding: 'utf8' });
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('scripts/release passes where all agree, and names the widget that may never change', () => {
  const { status, stdout, stderr } = released([version]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, new RegExp(`"${version}": "sha384-[A-Za-z0-9+/]{64}"`));
  assert.equal(released(['--check', version]).status, 0);
});

const differing = {
  'another version is asked for': [() => {}, /CMakeLists\.txt names .*, not 99\.0\.0/, '99.0.0'],
  'CMake has another': [({ write, git }) => (write('CMakeLists.txt', (all) => all.replace(/VERSION \d+\.\d+\.\d+ DESC/, 'VERSION 98.0.0 DESC')), git('commit', '-qam', 'x')), /CMakeLists\.txt names 98\.0\.0/],
  'the web package has another': [({ write, git }) => (write('web/package.json', (all) => all.replace(`"version": "${version}"`, '"version": "98.0.0"')), git('commit', '-qam', 'x')), /web\/package\.json names 98\.0\.0/],
  'the npm package has another': [({ folder }) => (mkdirSync(join(folder, 'build/package')), writeFileSync(join(folder, 'build/package/package.json'), '{"version": "98.0.0"}')), /build\/package\/package\.json names 98\.0\.0/],
  'the site has another': [({ folder }) => mkdirSync(join(folder, 'build/site/v/98.0.0')), /The built site names 98\.0\.0/],
  'there is no site': [({ folder }) => rmSync(join(folder, 'build'), { recursive: true }), /The built site names no version/],
  'the changelog has no section': [({ write, git }) => (write('CHANGELOG.md', (all) => all.replace(`## [${version}]`, '## [98.0.0]')), git('commit', '-qam', 'x')), /CHANGELOG\.md has no section/],
  'something is not committed': [({ write }) => write('CHANGELOG.md', (all) => `${all}\n`), /not committed/],
  'the tag exists': [({ git }) => git('tag', `v${version}`), /The tag .* exists/],
};
for (const [what, [plant, message, asked = version]] of Object.entries(differing)) {
  test(`scripts/release refuses where ${what}`, () => {
    const { status, stderr } = released([asked], plant);
    assert.equal(status, 1, stderr);
    assert.match(stderr, message);
  });
}

test('scripts/release explains itself where it is asked wrongly', () => {
  for (const asked of [[], ['1.0'], ['v1.0.0'], [version, 'more']]) assert.equal(released(asked).status, 2);
});
