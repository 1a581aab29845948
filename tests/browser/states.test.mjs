// Every row of the table of answers, reached in a real Chromium by a case, its sentence read; axe on each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { desktop, openPage, phone, siteInChromium } from './open-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const states = [
  ['before the first tap', '', /Often yes\. You have 15 days from the day it arrived\./],
  ['no day yet', 'reason=damaged', /Often yes\. You have 15 days from the day it arrived\. Tell us the day/],
  ['not here yet', 'reason=damaged&no_date=yes', /Nothing to do until it is here/],
  ['yes, send back', 'as_of=2026-05-10&reason=damaged&received_on=2026-05-04', /Yes, you can send it back\. Ask by Tuesday 19 May\. 9 days left\. One guide says you have until 3 June; don’t count on it\./],
  ['yes, nothing to send', 'as_of=2026-07-31&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05', /Yes, ask for your money back\. You don’t have to send anything\. No guide says when this closes, so ask today\./],
  ['a fact decides', 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&seller_accepts_change_of_mind=yes', /It depends on one thing: have you opened it\?/],
  ['day 16', 'as_of=2026-05-20&reason=damaged&received_on=2026-05-04', /The usual 15 days are over\. You can still ask if the seller gives longer\./],
  ['no rule on the reason', 'as_of=2026-04-10&marketplace=temu&reason=changed_mind&ordered_on=2026-01-10', /You are within Temu’s time limit, but we found no rule on your reason\. Ask by Friday 10 April\./],
  ['deadline, guides disagree', 'as_of=2026-05-20&reason=damaged&received_on=2026-05-04&seller_return_window=0', /Maybe\. The guides disagree, so ask today\. One guide says your time ended on 19 May, another says 3 June\. (?!.*days left)/],
  ['opening, guides disagree', 'as_of=2026-06-13&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05', /You can try now\. It is only certain from 31 July\. One guide says from 13 June, another says wait until 31 July\./],
  ['not yet', 'as_of=2026-06-12&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05', /Not yet\. You can try from Saturday 13 June\. We can put it in your calendar\..*if you ask as soon as you can/],
  ['too late', 'as_of=2026-06-04&reason=damaged&received_on=2026-05-04', /Too late under AliExpress’s own rules\. The last possible day was 3 June\. Already opened a dispute\? That changes it\. These are AliExpress’s own rules\./],
  ['refused', 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes', /No, not for this reason\. AliExpress doesn’t take back opened beauty products\. It would be yes if it had arrived broken or wrong\./],
  ['no rule at all', 'as_of=2026-04-10&marketplace=temu&reason=not_received&shipped_on=2026-03-01', /We found no rule about this\. That isn’t a no\. Ask the seller: here is a message\./],
  ['waiting', 'as_of=2026-11-06&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card', /You’ve done your part\. Expect your money between 11 November and 4 December\. Nothing to do until then\./],
  ['late', 'as_of=2026-12-20&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card', /Your money is late\. It should have been there by 4 December\./],
  ['late, the check too', 'as_of=2026-09-08&reason=defective&category=electronics&free_return=yes&received_on=2026-07-20&return_requested_on=2026-07-22&return_approved_on=2026-07-23&returned_on=2026-07-25&return_received_on=2026-08-06', /Your money is late\. It should have been there by 7 September\./],
  ['the shopper’s turn', 'as_of=2026-10-09&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08', /It’s your turn\. Post the parcel\./],
  ['posting after the safe day', 'as_of=2026-10-17&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08', /Be quick: the safe days are over\. Post the parcel\. The last safe day was Friday 16 October\./],
  ['posting after the last day', 'as_of=2026-10-24&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08', /Too late under AliExpress’s own rules\. The last possible day was 18 October\. It is under way all the same.*Money back —/],
  ['posted too late', 'as_of=2026-11-24&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-11-20', /^Too late under AliExpress’s own rules\. (?!.*(in time|Expect your money)).*Money back —/],
  ['posted too late, and accepted', 'as_of=2026-11-30&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-11-20&return_received_on=2026-11-26&return_accepted_on=2026-11-28', /^You’ve done your part\. Expect your money by 25 December\. (?!.*in time)/],
  ['posted where guides disagree', 'as_of=2026-10-18&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-17', /^You’ve done your part\. Expect your money between .* But it isn’t certain that the shop has to pay\. (?!.*in time)/],
  ['refused, and disputed', 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes&dispute_opened_on=2026-03-22', /^No, not for this reason\. .* It is under way all the same: the shop may still say yes/],
  ['done', 'as_of=2026-12-20&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card&refund_issued_on=2026-11-10&refund_received_on=2026-11-20', /All done\. Your money is back\./],
  ['a day that cannot be', 'as_of=2026-05-10&reason=damaged&received_on=2026-06-04', /Something doesn’t fit yet\./],
];

const { site, browser } = await siteInChromium();

async function violations(page) {
  await page.evaluate(axe);
  // Everything folded is opened, so that it is looked at too.
  await page.evaluate(() => {
    const open = (root) => {
      for (const node of root.querySelectorAll('*')) {
        if (node.tagName === 'DETAILS') node.open = true;
        if (node.shadowRoot) open(node.shadowRoot);
      }
    };
    open(document);
  });
  const result = await page.evaluate(() => globalThis.axe.run(document));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join('; ')}`);
}

for (const [index, [name, fragment, sentence]] of states.entries()) {
  test(`${name}: its sentence, and nothing for axe to say`, async () => {
    const opened = await openPage(browser, site.url + (fragment && `#${fragment}`), {
      viewport: index % 2 ? desktop : phone,
      dark: index % 4 > 1,
      before: (page) => page.setBypassCSP(true),
    });
    assert.match(await opened.text(), sentence);
    assert.deepEqual(await violations(opened.page), []);
    assert.deepEqual(opened.faults, []);
    await opened.close();
  });
}
