// scripts/sources: every source of every pack, the oldest text first; a source that nobody says to have read is a fault.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (folder, ...options) => spawnSync(process.execPath, [join(folder, 'scripts/sources'), ...options], { encoding: 'utf8' });
const ages = (text) => text.split('\n').slice(0, -2).map((line) => (line.trim().startsWith('?') ? Infinity : Number.parseInt(line, 10)));

test('it names every source with its link, the oldest first', () => {
  const { status, stdout, stderr } = run(root, '--as-of', '2027-06-30');
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const listed = ages(stdout);
  assert.ok(listed.length > 40);
  assert.deepEqual(listed, listed.toSorted((a, b) => (a === b ? 0 : b - a)));
  for (const folder of ['packs', 'laws']) {
    for (const file of readdirSync(join(root, 'core', folder)).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json')) {
      const { sources } = JSON.parse(readFileSync(join(root, 'core', folder, file), 'utf8'));
      for (const { title, link } of Object.values(sources)) {
        assert.ok(stdout.includes(title), title);
        if (link) assert.ok(stdout.includes(link), link);
      }
    }
  }
});

test('--older-than leaves out what is younger, and the age is counted in whole months', () => {
  const { stdout } = run(root, '--as-of', '2027-06-30', '--older-than', '100');
  assert.ok(ages(stdout).every((age) => age >= 100));
  const line = run(root, '--as-of', '2026-09-05').stdout.split('\n').find((one) => one.includes('Codice del consumo'));
  assert.equal(Number.parseInt(line, 10), 1);
  const before = run(root, '--as-of', '2026-09-04').stdout.split('\n').find((one) => one.includes('Codice del consumo'));
  assert.equal(Number.parseInt(before, 10), 0);
});

test('due is said once the reading is as old as the pack allows, which a law does for a year and a shop for half of one', () => {
  const due = (asOf) => run(root, '--as-of', asOf).stdout.split('\n').filter((line) => / due \|/.test(line));
  const read = JSON.parse(readFileSync(join(root, 'core/packs/temu.json'), 'utf8')).checked_on;
  const [year, month, day] = read.split('-').map(Number);
  const later = new Date(Date.UTC(year, month - 1 + 6, day));
  const before = new Date(later.getTime() - 86_400_000);
  const iso = (date) => date.toISOString().slice(0, 10);
  const temu = (lines) => lines.filter((line) => line.includes('| temu |'));
  assert.equal(temu(due(iso(before))).length, 0);
  assert.ok(temu(due(iso(later))).length > 0);
  assert.ok(!due(iso(later)).some((line) => line.includes('| law |')));
  assert.ok(due('2028-01-01').some((line) => line.includes('| law |')));
});

test('a source of a pack without checked_on is a fault, its own checked_on is enough', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  try {
    mkdirSync(join(folder, 'scripts'));
    copyFileSync(join(root, 'scripts/sources'), join(folder, 'scripts/sources'));
    for (const packs of ['packs', 'laws']) cpSync(join(root, 'core', packs), join(folder, 'core', packs), { recursive: true });
    const file = join(folder, 'core/laws/paypal.json');
    const pack = JSON.parse(readFileSync(file, 'utf8'));
    delete pack.checked_on;
    writeFileSync(file, JSON.stringify(pack));
    const bad = run(folder, '--as-of', '2027-06-30');
    assert.equal(bad.status, 1);
    assert.match(bad.stderr, /paypal\.json: source \S+ has no checked_on/);
    for (const source of Object.values(pack.sources)) source.checked_on = '2026-11-29';
    writeFileSync(file, JSON.stringify(pack));
    assert.equal(run(folder, '--as-of', '2027-06-30').status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
