// The form and the checks of the page for who writes a policy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetFault } from '../node/match.mjs';
import { siteInChromium } from './open-page.mjs';
import { download, native, openTemplate } from './pack-page.mjs';

const { site, browser } = await siteInChromium();
const begun = (name) => openTemplate(browser, site, name);

test('a check holds the fee, the posting limit, the payer and the photos, and says in words which of them changed', async () => {
  const pack = await begun('shop');
  const { text, press, fill, checked, find, json } = pack;
  const now = async (what) => {
    await checked();
    return assert.match(await text('sheet-list'), what);
  };
  await press('[data-add="deduction"]');
  await checked();
  await press('[data-do="right"]');
  await now(/ok/);
  await fill('[data-field="deduction"]', '6');
  await now(/failed.*Taken off: US\$5\.00 was right, now US\$6\.00/);
  await fill('[data-field="deduction"]', '5');
  await now(/ok/);
  await fill('[data-field="ship_back-length"]', '13');
  await now(/failed.*Last day to post it: \d+ \w+( \d+)? was right, now \d+ \w+/);
  await fill('[data-field="ship_back-length"]', '14');
  await now(/ok/);
  await fill('[data-payer="changed_mind"]', 'seller');
  await now(/failed.*Who pays: the buyer was right, now the seller/);
  await fill('[data-payer="changed_mind"]', 'buyer');
  await now(/ok/);

  await (await find('[data-case="reason"]')).select('damaged');
  await checked();
  await press('[data-do="right"]');
  await checked();
  await press('[data-evidence="photo_of_label"]');
  await now(/failed.*To have ready: .* was right, now .*label/i);
  assert.match(await text('.state'), /^No faults, 1 failed check$/);
  await press('[data-evidence="photo_of_label"]');
  await now(/ok/);

  // What is downloaded is read by the project's own tests too.
  const file = await download(browser, pack, '[data-save="pack"]', 'my-shop.json');
  assert.equal(file.text, await json());
  const sheets = JSON.parse((await download(browser, pack, '[data-save="sheets"]', 'my-shop.checks.json')).text);
  assert.deepEqual(sheets.map((sheet) => sheetFault(sheet, native(file.path, sheet.given))), [null, null]);
  await pack.close();
});

test('the select of the currency shows the one in force; the fee’s sentence names its condition; no fee where it is too late', async () => {
  const pack = await begun('shop');
  const { text, press, fill, checked, find, json } = pack;
  await press('[data-add="deduction"]');
  await checked();
  const kinds = async () => (await find('[data-field="deduction-kind"]')).evaluate((node) => [node.value, [...node.options].map(({ value }) => value).join(' ')]);
  for (const kind of ['GBP', 'EUR', 'percent', 'USD', 'EUR']) {
    await (await find('[data-field="deduction-kind"]')).select(kind);
    await checked();
    assert.deepEqual(await kinds(), [kind, 'USD EUR GBP percent']);
    const { fee } = JSON.parse(await json()).deductions;
    assert.equal(fee.currency ?? 'percent', kind);
  }
  assert.match(await text('.off'), /€5\.00 is taken off the refund if you changed your mind or ordered the wrong size\./);
  await fill('[data-field="deduction-when"]', 'all');
  await checked();
  assert.match(await text('.off'), /€5\.00 is taken off the refund\.$/, 'the sentence follows the condition');
  await fill('input[type="range"]', '35');
  await checked();
  assert.equal(await pack.page.evaluate(() => globalThis.deep('.off')), null, 'too late: there is no refund to take anything off');
  await pack.close();
});

test('a fault, an emptied number and words that no longer fit are said at their fields', async () => {
  const pack = await begun('shop');
  const { text, press, fill, checked, find, json } = pack;
  const at = async (field) => (await find(`[data-field="${field}"]`)).evaluate((node) => [node.getAttribute('aria-invalid'), node.parentElement.innerText]);
  assert.equal((await at('id'))[0], null);
  await fill('[data-field="id"]', 'my shop');
  await checked();
  const [found] = await pack.marks();
  const [invalid, beside] = await at('id');
  assert.equal(invalid, 'true');
  assert.ok(beside.includes(found.message), beside);
  assert.doesNotMatch(await text('fault-list'), /Ctrl/, 'there are no values to choose from');
  await fill('[data-field="id"]', 'my-shop');
  await checked();
  assert.equal((await at('id'))[0], null);

  assert.doesNotMatch((await at('window-length'))[1], /missing/);
  await fill('[data-field="window-length"]', '');
  assert.match((await at('window-length'))[1], /A whole number is missing; the policy still says 30\./);
  await fill('[data-field="window-length"]', '21');
  await fill('[data-field="window-says"]', 'Ask us within 21 days, please.');
  await checked();
  assert.doesNotMatch(await text('pack-form'), /You wrote/);
  await fill('[data-field="window-length"]', '25');
  await checked();
  assert.match(await text('pack-form'), /You wrote 21; the rule says 25\./);

  const before = await json();
  await press('[data-add="source"]');
  await press('[data-drop-source="page-2"]');
  await checked();
  assert.equal(await json(), before);
  await pack.close();
});
