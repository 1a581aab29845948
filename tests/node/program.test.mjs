// The native program as a stranger meets it: commands, exit statuses, packs of one's own, lines that are no case.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, returnable } from './doors.mjs';

const folder = mkdtempSync(join(tmpdir(), 'returnable-'));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const good = '{"as_of":"2026-05-10","facts":{"marketplace":"aliexpress","received_on":"2026-05-04","reason":"damaged"}}';
const own = () => {
  const pack = JSON.parse(readFileSync(at('core/packs/temu.json'), 'utf8'));
  return JSON.stringify({ ...pack, id: 'bazaar', name: 'Bazaar' });
};

test('--help and --version', () => {
  assert.equal(returnable(['--help']).status, 0);
  assert.match(returnable(['--help']).lines.join('\n'), /check[^]*compare[^]*validate[^]*packs/);
  assert.match(returnable(['--version']).lines[0], /^returnable \d+\.\d+\.\d+$/);
});

test('a wrong command: usage on standard error, status 2', () => {
  const wrong = [[], ['chek'], ['check', '--pak', 'x'], ['check', '--pack'], ['check', 'extra'], ['validate'], ['packs', 'x']];
  for (const words of wrong) {
    const run = returnable(words);
    assert.equal(run.status, 2, words.join(' '));
    assert.match(run.stderr, /Usage:/);
    assert.deepEqual(run.lines, []);
  }
});

test('a bad line has its errors in its place, the rest still run, the status is 1', () => {
  const run = returnable(['check'], `${good}\nnonsense\n\n   \r\n${good}\r\n{}\n${good}`);
  assert.equal(run.status, 1);
  assert.deepEqual(run.lines.map((line) => line.startsWith('{"errors":[')), [false, true, false, true, false]);
  assert.equal(run.lines[0], run.lines[2]);
  assert.equal(run.lines[0], run.lines[4]);
  assert.equal(returnable(['check'], good).status, 0);
  assert.deepEqual(returnable(['check'], '').lines, []);
});

test('a line of 300 MB is refused in little memory, and the next line has its answer', async () => {
  const program = spawn('bash', ['-c', 'ulimit -v 150000; exec "$0" check', at('build/native/returnable')]);
  let out = '';
  program.stdout.on('data', (part) => (out += part));
  const ended = new Promise((resolve) => program.on('close', resolve));
  const block = Buffer.alloc(1 << 20, 0x20);
  for (let i = 0; i < 300; ++i) {
    if (!program.stdin.write(block)) await new Promise((resolve) => program.stdin.once('drain', resolve));
  }
  program.stdin.end(`x\n${good}\n`);
  assert.equal(await ended, 1);
  const lines = out.split('\n');
  assert.equal(JSON.parse(lines[0]).errors[0].code, 'too_large');
  assert.equal(JSON.parse(lines[1]).as_of, '2026-05-10');
});

test('compare answers by the pack’s id, with packs of one’s own', () => {
  const run = returnable(['compare', '--pack', file('bazaar.json', own())], good);
  assert.equal(run.status, 0);
  const verdicts = JSON.parse(run.lines[0]);
  assert.ok('aliexpress' in verdicts && 'bazaar' in verdicts);
  assert.equal(verdicts.bazaar.policy, 'bazaar');
});

test('packs lists the built-in ones, and those added', () => {
  const ids = (args) => JSON.parse(returnable(args).lines[0]).map((pack) => pack.id);
  const builtin = ids(['packs']);
  assert.ok(builtin.includes('aliexpress'));
  assert.deepEqual(ids(['packs', '--pack', file('bazaar.json', own())]), [...builtin, 'bazaar']);
});

test('a --pack with faults or not there: said on standard error, status 1, nothing answered', () => {
  for (const path of [file('bad.json', '{"id":5}'), join(folder, 'nowhere.json')]) {
    const run = returnable(['check', '--pack', path], good);
    assert.equal(run.status, 1);
    assert.deepEqual(run.lines, []);
    assert.ok(run.stderr.includes(path));
  }
});

test('validate: every built-in pack is good', () => {
  const names = ['core/packs', 'core/laws'].flatMap((folder) =>
    readdirSync(at(folder))
      .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
      .map((name) => at(`${folder}/${name}`)),
  );
  assert.equal(names.length, JSON.parse(returnable(['packs']).lines[0]).length);
  const run = returnable(['validate', ...names]);
  assert.equal(run.status, 0, run.lines.join('\n'));
  assert.equal(run.lines.length, names.length);
});

test('validate: a warning names its place and the cure, and the status stays 0', () => {
  const path = at('tests/packs/blue_kettle.json');
  const run = returnable(['validate', path]);
  assert.equal(run.status, 0);
  assert.equal(run.lines.length, 2);
  assert.ok(run.lines[0].startsWith(`${path}: /remedies/0: warning: no_refund_day: `) && run.lines[0].includes('"refund_step"'), run.lines[0]);
  assert.equal(run.lines[1], `${path}: ok`);
  const later = returnable(['validate', path, '--as-of', '2027-06-01']);
  assert.equal(later.lines.filter((line) => line.includes(': warning: old_source: ')).length, 2);
  for (const wrong of [['--as-of'], ['--as-of', '2027-02-30']]) assert.equal(returnable(['validate', path, ...wrong]).status, 2);
});

test('validate: each fault with file, place, code and message, status 1', () => {
  const pack = JSON.parse(own());
  pack.mood = 'bad';
  pack.checked_on = '2026-02-30';
  const path = file('faulty.json', JSON.stringify(pack));
  const run = returnable(['validate', path, file('bazaar.json', own())]);
  assert.equal(run.status, 1);
  const faults = run.lines.filter((line) => line.startsWith(`${path}: `));
  for (const place of ['/mood', '/checked_on']) {
    assert.ok(faults.some((line) => new RegExp(`: ${place}: [a-z_]+: .+`).test(line)), `${place}: ${run.lines.join('\n')}`);
  }
  assert.ok(run.lines.some((line) => line.endsWith('bazaar.json: ok')));
  assert.equal(returnable(['validate', file('huge.json', ' '.repeat(1024 * 1024 + 1))]).status, 1);
});
