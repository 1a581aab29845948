// Packs of real shops' terms that are not built in (tests/packs): each is whole, nothing of it would be lost, and its sheets hold
// by the program and by WebAssembly.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answer, at, loadChecker, returnable } from './doors.mjs';
import { sheetFault } from './match.mjs';

const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const names = readdirSync(at('tests/packs/sheets')).map((file) => file.replace('.json', ''));

test('there are ten, and each has three sheets or more', () => {
  assert.ok(names.length >= 10);
  for (const name of names) assert.ok(read(`tests/packs/sheets/${name}.json`).length >= 3, name);
});

for (const name of names) {
  const path = `tests/packs/${name}.json`;
  const sheets = read(`tests/packs/sheets/${name}.json`);

  test(`${name}: no fault and no warning, and every source has an address`, () => {
    assert.deepEqual(returnable(['validate', at(path)]).lines, [`${at(path)}: ok`]);
    for (const { link } of Object.values(read(path).sources)) assert.match(link, /^https:\/\//);
  });

  test(`${name}: its sheets`, async () => {
    const checker = await loadChecker();
    checker.addPack(readFileSync(at(path), 'utf8'));
    const run = returnable(['check', '--pack', at(path)], sheets.map(({ given }) => JSON.stringify(given)).join('\n'));
    assert.equal(run.status, 0, run.stderr);
    for (const [index, sheet] of sheets.entries()) {
      const verdict = answer(checker, sheet.given);
      assert.equal(sheetFault(sheet, verdict, (order) => answer(checker, order)), null, sheet.name);
      assert.equal(JSON.stringify(verdict), run.lines[index], sheet.name);
    }
  });
}

test('every clause that a verdict cites has the address of its source', () => {
  const path = at('tests/packs/asos.json');
  const [sheet] = read('tests/packs/sheets/asos.json');
  const { clauses } = JSON.parse(returnable(['check', '--pack', path], JSON.stringify(sheet.given)).lines[0]);
  const own = Object.entries(clauses).filter(([id]) => id.startsWith('AS'));
  assert.ok(own.length > 3);
  for (const [, { link, tier }] of own) assert.deepEqual([link, tier], [read('tests/packs/asos.json').sources.terms.link, 'platform_page']);
});

test('packs gives deductions, words, store credit and the months of review, as in JavaScript', async () => {
  const path = at('tests/packs/asos.json');
  const checker = await loadChecker();
  checker.addPack(readFileSync(path, 'utf8'));
  const info = checker.packs().at(-1);
  assert.deepEqual(info, JSON.parse(returnable(['packs', '--pack', path]).lines[0]).at(-1));
  assert.deepEqual(info.store_credit, ['store_credit']);
  assert.equal(info.deductions.label.says, 'A fee for the label is taken off the refund.');
  assert.equal(info.words.voucher_sent, 'The shop sends the gift voucher');
  assert.equal(info.review_after_months, 6);
});
