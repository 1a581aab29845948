// The core as plain JavaScript, as the site ships it: every sheet, as WebAssembly would answer.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { sheets } from '../node/doors.mjs';
import { sheetFault } from '../node/match.mjs';
import { site } from './static-site.mjs';

const [file] = readdirSync(site).filter((name) => /^return-checker\.plain\.[0-9a-f]{8}\.js$/.test(name));
const { plainChecker } = await import(`${site}/${file}`);
const checker = plainChecker();
const all = sheets();

test('every sheet holds without WebAssembly', () => {
  assert.ok(all.length > 0);
  for (const sheet of all) assert.equal(sheetFault(sheet, checked(sheet.given), checked), null, sheet.name);
});

/** The file has error classes of its own; by name they are the same. */
function checked(order) {
  try {
    return checker.check(order);
  } catch (error) {
    if (error.name !== 'CaseError') throw error;
    return { errors: error.errors };
  }
}
