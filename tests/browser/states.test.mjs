// Every row of the table of answers, reached in a real Chromium by a case, its sentence read; axe on each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { desktop, openPage, phone, siteInChromium } from './open-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Name, case, and the words of the card; '' where there is no card yet.
const states = [
  ['before the first tap', '', ''],
  ['no day yet', 'reason=damaged', 'Usually yes. You have 15 days from the day it arrived. When did it arrive? We’ll work out your deadline.'],
  ['not here yet', 'reason=damaged&no_date=yes', 'Usually yes. You have 15 days from the day it arrived. Your order page shows the day. With it we can work out your deadline.'],
  ['yes, send back', 'as_of=2026-05-10&reason=damaged&received_on=2026-05-04', 'Yes, you can send it back. Open a dispute by Tuesday 19 May. 9 days left. Some sources say 3 June. Don’t rely on it.'],
  ['yes, nothing to send', 'as_of=2026-07-31&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05', 'Yes, ask for your money back. You don’t have to send anything. No source gives a last day, so start today.'],
  ['a fact decides', 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&seller_accepts_change_of_mind=yes', 'One more question. If it can go back, the safe deadline is Saturday 4 April.'],
  ['day 16', 'as_of=2026-05-20&reason=damaged&received_on=2026-05-04', 'The usual 15 days are over. You can still start if the seller gives longer. Some sources say 3 June. Don’t rely on it.'],
  ['no rule on the reason', 'as_of=2026-04-10&marketplace=temu&reason=changed_mind&ordered_on=2026-01-10', 'You’re still in time, but we don’t know if Temu accepts this reason. Ask anyway, by Friday 10 April.'],
  ['deadline, guides disagree', 'as_of=2026-05-20&reason=damaged&received_on=2026-05-04&seller_return_window=0', 'Maybe. The sources disagree, so act today. Open a dispute today. One source says your time ended on 19 May, another says 3 June.'],
  ['opening, guides disagree', 'as_of=2026-06-13&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05', 'You can ask now. One source allows it from 13 June; another waits until 31 July. If they say it is too early, ask again on 31 July.'],
  ['not yet', 'as_of=2026-06-12&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05', 'Not yet. You can try from Saturday 13 June. We can put it in your calendar.'],
  ['too late', 'as_of=2026-06-04&reason=damaged&received_on=2026-05-04', 'The time that AliExpress gives is over, but the law is still open. Tell the seller in writing what is wrong. The last possible day was 3 June. Already opened a dispute? Tell us when, below: that changes the answer.'],
  ['refused', 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes', 'No, not for this reason. AliExpress doesn’t take back opened beauty products. If it arrived broken or isn’t what you ordered, change your answer. The law where you live may still help you.'],
  ['no rule at all', 'as_of=2026-04-10&marketplace=temu&reason=not_received&shipped_on=2026-03-01', 'It depends. You have 90 days from the day you ordered. When did you order? We’ll work out your deadline.'],
  ['waiting', 'as_of=2026-11-06&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card', 'Your refund should be sent by 4 December. Don’t close the dispute on a promise: it can be closed only once.'],
  ['late', 'as_of=2026-12-20&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card', 'Your money is late. Ask for it today. Don’t close the dispute on a promise: it can be closed only once. It should have arrived by 4 December.'],
  ['late, the check too', 'as_of=2026-09-08&reason=defective&category=electronics&free_return=yes&received_on=2026-07-20&return_requested_on=2026-07-22&return_approved_on=2026-07-23&returned_on=2026-07-25&return_received_on=2026-08-06', 'Your money is late. Ask for it today. It should have arrived by 7 September.'],
  ['the shopper’s turn', 'as_of=2026-10-09&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08', 'Post it back by Friday 16 October. Don’t close the dispute on a promise: it can be closed only once. 7 days left. Some sources say 18 October. Don’t rely on it.'],
  ['posting after the safe day', 'as_of=2026-10-17&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08', 'Post it back today. Don’t close the dispute on a promise: it can be closed only once. The safest deadline was 16 October. It may still be accepted until 18 October.'],
  ['posting after the last day', 'as_of=2026-10-24&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08', 'The day to post it has passed. Don’t close the dispute on a promise: it can be closed only once. The last day was 18 October. Write to the seller today: they may still accept it.'],
  ['posted too late', 'as_of=2026-11-24&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-11-20', 'Too late under AliExpress’s own rules. The last possible day has passed. Don’t close the dispute on a promise: it can be closed only once. Your request is open. They may agree, but don’t have to. The law where you live may still help you.'],
  ['posted too late, and accepted', 'as_of=2026-11-30&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-11-20&return_received_on=2026-11-26&return_accepted_on=2026-11-28', 'Your refund should be sent by 25 December. Don’t close the dispute on a promise: it can be closed only once.'],
  ['posted where guides disagree', 'as_of=2026-10-18&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-17', 'Your parcel is on its way back. It should arrive by 26 November. Don’t close the dispute on a promise: it can be closed only once. Enter the tracking number on your order page, if you haven’t. It isn’t certain that they have to pay.'],
  ['refused, and disputed', 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes&dispute_opened_on=2026-03-22', 'No, not for this reason. AliExpress doesn’t take back opened beauty products. Don’t close the dispute on a promise: it can be closed only once. Your request is open. They may agree, but don’t have to. The law where you live may still help you.'],
  ['done', 'as_of=2026-12-20&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card&refund_issued_on=2026-11-10&refund_received_on=2026-11-20', 'All done. Your money is back.'],
  ['a day that cannot be', 'as_of=2026-05-10&reason=damaged&received_on=2026-06-04', 'Check the dates: 4 June 2026 hasn’t come yet.'],
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
    const words = await opened.page.evaluate(() => {
      const card = document.querySelector('return-page').shadowRoot.querySelector('answer-card');
      return card?.shadowRoot.querySelector('.words').innerText.replace(/\s+/g, ' ').trim() ?? '';
    });
    assert.equal(words, sentence);
    assert.deepEqual(await violations(opened.page), []);
    assert.deepEqual(opened.faults, []);
    await opened.close();
  });
}
