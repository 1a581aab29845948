// Every sheet through WebAssembly: its expectation holds, and the native program writes the same JSON.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, loadChecker, returnable, sheets } from './doors.mjs';
import { sheetFault } from './match.mjs';

const all = sheets();
const checker = await loadChecker();
const native = returnable(['check'], all.map((sheet) => JSON.stringify(sheet.given)).join('\n'));

test('there are sheets, and the native program answered each', () => {
  assert.ok(all.length > 0, 'no sheet was found');
  assert.equal(native.lines.length, all.length);
});

for (const [index, sheet] of all.entries()) {
  test(`${sheet.file}: ${sheet.name}`, () => {
    const verdict = answer(checker, sheet.given);
    assert.equal(sheetFault(sheet, verdict, (order) => answer(checker, order)), null);
    assert.equal(JSON.stringify(verdict), native.lines[index], 'native and WebAssembly differ');
  });
}

test('compare gives equal JSON natively and in WebAssembly', () => {
  const lines = returnable(['compare'], all.map((sheet) => JSON.stringify(sheet.given)).join('\n')).lines;
  let answered = 0;
  for (const [index, sheet] of all.entries()) {
    if (lines[index].startsWith('{"errors":[')) continue;
    assert.equal(JSON.stringify(checker.compare(sheet.given)), lines[index], sheet.name);
    answered += 1;
  }
  assert.ok(answered > 0);
});

test('packs are the same by both doors', () => {
  assert.deepEqual(checker.packs(), JSON.parse(returnable(['packs']).lines[0]));
  assert.ok(checker.packs().length > 0);
});
