// The core as plain JavaScript, as the site ships it: every sheet, as WebAssembly would answer.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sheets } from '../node/doors.mjs';
import { sheetFault } from '../node/match.mjs';
import { withoutProse } from '../node/prose.mjs';
import { site } from './static-site.mjs';

delete globalThis.WebAssembly;
const { openShop } = await import('../../build/checker/shop-engine.js');
let checker;
// Files with a language in their name hold sentences.
const idOf = (name) => /^([^.]+)\.[0-9a-f]{8}\.js$/.exec(name)?.[1];
for (const name of readdirSync(`${site}/packs`)) {
  const id = idOf(name);
  if (id) checker = await openShop(pathToFileURL(`${site}/`).href, id);
}
for (const name of readdirSync(`${site}/laws`)) {
  if (!idOf(name)) continue;
  const { default: archives } = await import(pathToFileURL(`${site}/laws/${name}`).href);
  for (const archive of archives) checker.add(Uint8Array.from(archive, (letter) => letter.charCodeAt(0) ^ 42)); // masked as in scripts/generate.mjs
}
const all = sheets();

test('every sheet holds without WebAssembly', () => {
  assert.ok(all.length > 0);
  // Rules' names and sources' sentences come in files of their own, which are not asked for here.
  const bare = (sheet) => Object.fromEntries(Object.entries(sheet).map(([name, part]) => [name, name === 'expect' || name === 'lead' ? withoutProse(part) : part]));
  const asked = (order) => withoutProse(checked(order));
  for (const sheet of all) assert.equal(sheetFault(bare(sheet), asked(sheet.given), asked), null, sheet.name);
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
