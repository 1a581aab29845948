// The README's shell blocks, run as they stand in a fresh clone of what is committed. A block that serves the page is
// left running until the page has been fetched from the address that it printed.
import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'returnable-clone-'));
const clone = join(folder, 'returnable');
execFileSync('git', ['clone', '--quiet', here, clone]);
after(() => rmSync(folder, { recursive: true, force: true }));

const readme = readFileSync(join(clone, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].map((match) => match[1].trim());

/** Runs a block in a process group of its own, so that what it starts can be ended with it. */
function start(block) {
  const child = spawn('bash', ['-euc', block], {
    cwd: clone,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // node --test tells its children to report to it; a script that counts must not inherit that.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, RETURNABLE_README_CHECK: '1' },
  });
  const run = { child, output: '', ended: new Promise((resolve) => child.on('close', resolve)) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (run.output += part));
  return run;
}

async function printedAddress(run) {
  let over = false;
  run.ended.then(() => (over = true));
  while (!over) {
    const address = /http:\/\/\S+/.exec(run.output)?.[0];
    if (address) return address;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  assert.fail(`it ended before it printed an address:\n${run.output}`);
}

test('the README has its two commands', () => {
  assert.ok(blocks.some((block) => block.includes('scripts/serve')));
  assert.ok(blocks.some((block) => block.includes('scripts/test')));
});

for (const block of blocks) {
  test(block.split('\n').join('; '), { timeout: 20 * 60_000 }, async () => {
    const run = start(block);
    try {
      if (block.includes('scripts/serve')) {
        const address = await printedAddress(run);
        const page = await fetch(address);
        assert.equal(page.status, 200);
        const html = await page.text();
        const script = /<script[^>]* src="([^"]+)"/.exec(html)?.[1];
        assert.ok(script, html);
        assert.equal((await fetch(new URL(script, address))).status, 200);
        return;
      }
      assert.equal(await run.ended, 0, run.output.slice(-4000));
      if (block.includes('scripts/test')) assert.match(run.output.trimEnd().split('\n').at(-1), /^[1-9]\d* passed, 0 failed$/);
    } finally {
      try {
        process.kill(-run.child.pid, 'SIGTERM');
      } catch {
        // It has ended.
      }
      await run.ended;
    }
  });
}
