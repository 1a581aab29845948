// What a worried shopper meets: the findings that cost money or confuse, each as a journey in a real Chromium.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, pageText, pickDay, settle, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();
const lamp = 'as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
const at = (fragment, options) => openPage(browser, site.url + (fragment && `#${fragment}`), options);

/** The text that the main button copies. */
async function letterOf(opened) {
  return opened.page.$eval('>>> sharpen-answer', (part) => part.shadowRoot.querySelector('copy-message')?.text ?? null);
}

const returned = 'reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08&payment_method=card';

test('A1: each phase has its own letter, with its own days and the order number line', async () => {
  const phases = [
    ['ask', lamp, /send it back for a full refund/],
    ['chase or step in', 'as_of=2026-10-25&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03', /opened a dispute on 3 October 2026/],
    ['address', 'as_of=2026-10-09&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&seller_replied_on=2026-10-08&seller_agreed=yes', /agreeing on 8 October 2026\. Please send me the return address/],
    ['posted', `as_of=2026-10-13&${returned}&returned_on=2026-10-12`, /I posted it on 12 October 2026\. Tracking number: ____/],
    ['delivered', `as_of=2026-12-20&${returned}&returned_on=2026-10-12&return_received_on=2026-10-30`, /had my return since 30 October 2026\. Please refund me now/],
    ['money', `as_of=2026-12-20&${returned}&returned_on=2026-10-12&return_received_on=2026-10-30&return_accepted_on=2026-11-02&refund_issued_on=2026-11-10`, /shown as sent on 10 November 2026, but it has not reached me\. Please send me the reference number/],
  ];
  for (const [name, fragment, says] of phases) {
    const opened = await at(fragment);
    const text = await letterOf(opened);
    assert.match(text ?? '(no letter)', says, name);
    assert.match(text, /Order no\.: ____/, name);
    if (name !== 'ask') assert.doesNotMatch(text, /tell me the return address|prepaid label/, name);
    await opened.close();
  }
});

test('A1: no letter where none is good: all done, and too early', async () => {
  for (const fragment of [
    `as_of=2026-12-20&${returned}&returned_on=2026-10-12&refund_received_on=2026-11-20`,
    'as_of=2026-06-12&reason=not_received&shipped_on=2026-06-01&promised_by=2026-07-05',
  ]) {
    const opened = await at(fragment);
    assert.equal(await letterOf(opened), null);
    await opened.close();
  }
});

test('A2: while others are awaited, what comes then is said, and nothing is called done that is not', async () => {
  const opened = await at('as_of=2026-05-10&reason=damaged&received_on=2026-05-01&dispute_opened_on=2026-05-04');
  const text = await opened.text();
  assert.match(text, /^Waiting for the seller until 19 May\./);
  assert.match(text, /if they agree and give you an address: post it back\..*ask AliExpress to step in/);
  assert.doesNotMatch(text, /Nothing to do|done your part/);
  await opened.close();
});

test('A3: a tick asks its day and writes nothing before it is said', async () => {
  const opened = await at(lamp);
  await opened.press('#step-open_dispute');
  assert.doesNotMatch(opened.page.url(), /dispute_opened_on/);
  assert.match(await pageText(opened.page), /When was that\?/);
  await opened.press('next-steps >>> [data-day="2026-05-06"]');
  assert.match(opened.page.url(), /dispute_opened_on=2026-05-06/);
  assert.match(await pageText(opened.page), /Dispute opened: 6 May/);
  await opened.close();
});

test('A3: who has started already says so on the first screen, with the day', async () => {
  const opened = await at('as_of=2026-05-10');
  await opened.press('[data-started=dispute]');
  await opened.press('[data-event=opened]');
  await opened.press('what-happened >>> [data-day="2026-05-07"]');
  assert.match(opened.page.url(), /dispute_opened_on=2026-05-07/);
  await opened.press('[data-reason=damaged]');
  await opened.press('[data-day=pick]');
  await pickDay(opened.page, '#day', '2026-05-01');
  assert.match(await opened.text(), /^Waiting for the seller until 22 May\./);
  await opened.close();
});

test('what happened since: the seller’s answer, an offer, a decision, each asks how and which day', async () => {
  const open = 'as_of=2026-05-10&reason=damaged&received_on=2026-05-01&dispute_opened_on=2026-05-04';
  const journeys = [
    [['declined'], null, /seller_agreed=no.*|seller_replied_on/, /The seller said no on 8 May/],
    [['offered'], 'partial_refund', /offer=partial_refund/, /They offer part of your money\. You don’t have to accept/],
    [['decided'], 'refused', /dispute_outcome=refused/, /AliExpress decided against you on 8 May/],
  ];
  for (const [[event], outcome, address, sentence] of journeys) {
    const opened = await at(open);
    await opened.press(`[data-event=${event}]`);
    if (outcome) await opened.press(`[data-outcome=${outcome}]`);
    assert.doesNotMatch(opened.page.url(), address, 'nothing is written before the day');
    await opened.press('what-happened >>> [data-day="2026-05-08"]');
    assert.match(opened.page.url(), address);
    assert.match(await opened.text(), sentence);
    await opened.close();
  }
});

test('A5: a day that is past is never the day to act on', async () => {
  const opened = await at('as_of=2026-05-24&reason=damaged&received_on=2026-05-04&seller_return_window=0');
  assert.match(await opened.text(), /Open a dispute today\./);
  assert.match(await pageText(opened.page), /today; the safest day was 19 May/);
  assert.doesNotMatch(await pageText(opened.page), /by Tuesday 19 May/);
  await opened.close();
});

test('A6: an order day is called one', async () => {
  const opened = await at('as_of=2026-04-10&marketplace=temu&reason=changed_mind&ordered_on=2026-01-10');
  const text = await pageText(opened.page);
  assert.match(text, /Ordered: 10 January/);
  assert.doesNotMatch(text, /Arrived/);
  await opened.close();
});

test('A7, A8: each item has its own answer, the card counts them, a new item starts neutral', async () => {
  const opened = await at(`${lamp}&item2.reason=changed_mind&item2.category=personal_care&item2.opened=yes&item2.received_on=2026-05-04`);
  assert.match(await opened.text(), /^1 of 2 can go back/);
  assert.match(await pageText(opened.page), /Item 1: Broken\s+·\s+Yes.*Item 2: Don’t want it\s+·\s+No/);
  await opened.press('[data-items=add]');
  assert.equal(await opened.page.$('>>> .card'), null, 'no answer before its reason is told');
  assert.match(await pageText(opened.page), /Item 3: what’s wrong\?/);
  await opened.close();
});

test('A9: at 200 % text nothing is cut off and nothing scrolls sideways', async () => {
  for (const width of [320, 360]) {
    const opened = await at(lamp, { viewport: { width, height: 640 } });
    await opened.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await settle(opened.page);
    assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), width);
    const out = await opened.page.$$eval('>>> dd, >>> dt, >>> button, >>> select', (all, wide) =>
      all.filter((one) => one.getBoundingClientRect().right > wide + 1 || one.scrollWidth > one.clientWidth + 1 && one.tagName !== 'SELECT').map((one) => one.textContent.trim()), width);
    assert.deepEqual(out, []);
    await opened.close();
  }
});

test('B1: "not sure" is asked roughly, and the same question never comes back', async () => {
  const opened = await at('as_of=2026-06-20&reason=not_received');
  await opened.press('[data-day=none]');
  assert.match(await pageText(opened.page), /Look under Orders, then Track\. Or roughly:/);
  await opened.press('[data-rough=unknown]');
  assert.doesNotMatch(await pageText(opened.page), /When was it sent\?/);
  assert.match(await pageText(opened.page), /Sent: not known/);
  await opened.press('[data-change=shipped_on]');
  await opened.press('[data-day=none]');
  await opened.press('[data-rough=two_to_six]');
  assert.match(opened.page.url(), /shipped_on=2026-06-06/);
  assert.match(await pageText(opened.page), /Sent: about 6 June/);
  await opened.close();
});

test('B1: broken and not here yet is "never came", offered as such', async () => {
  const opened = await at('as_of=2026-06-20&reason=damaged');
  await opened.press('[data-day=none]');
  await opened.press('[data-not-here=yes]');
  assert.match(opened.page.url(), /reason=not_received/);
  assert.match(await pageText(opened.page), /When was it sent\?/);
  await opened.close();
});

test('B3: what the shopper can see is asked before what the seller decides', async () => {
  const opened = await at('as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care');
  assert.ok(await opened.page.waitForSelector('>>> [data-question=opened]'));
  await opened.press('[data-question=opened] [data-answer=true]');
  assert.match(await opened.text(), /^No, not for this reason\./);
  await opened.close();
});

test('B4: under a no stands what can still be tried, and a letter that says no more than is true', async () => {
  const opened = await at('as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes');
  const text = await pageText(opened.page);
  assert.match(text, /What you can still try.*Ask the seller anyway.*Look up your rights/);
  assert.doesNotMatch(text, /It would be yes if/);
  await opened.close();
});

test('B6: before anything is told there is no answer, only the question', async () => {
  const opened = await at('');
  assert.equal(await opened.page.$('>>> .card'), null);
  await opened.press('[data-reason=damaged]');
  assert.match(await opened.text(), /^Usually yes\. You have 15 days from the day it arrived\./);
  assert.equal(await opened.page.$('>>> .card.yes'), null, 'not green before the day is told');
  await opened.close();
});

test('B8: the list does not move under the finger', async () => {
  const opened = await at(lamp);
  const top = () => opened.page.$eval('>>> [data-anchor=steps]', (node) => node.getBoundingClientRect().top);
  await opened.press('#step-open_dispute');
  const day = await opened.page.waitForSelector('>>> next-steps >>> [data-day=today]');
  await day.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const before = await top();
  await day.click();
  await settle(opened.page);
  await settle(opened.page);
  assert.ok(Math.abs((await top()) - before) <= 2, `${before} to ${await top()}`);
  await opened.close();
});

test('B9: Back goes one question back, and stays on the page', async () => {
  const opened = await at('as_of=2026-05-10');
  await opened.press('[data-reason=damaged]');
  await opened.press('[data-day=yesterday]');
  assert.match(await opened.text(), /^Yes/);
  await opened.page.goBack();
  await settle(opened.page);
  assert.match(await pageText(opened.page), /When did it arrive\?/);
  await opened.page.goBack();
  await settle(opened.page);
  assert.match(await pageText(opened.page), /What’s wrong\?/);
  await opened.close();
});

test('B10: each answer has its own Change, the old day stays until another is chosen', async () => {
  const opened = await at(lamp);
  await opened.press('[data-change=reason]');
  await opened.press('[data-reason=defective]');
  assert.match(await pageText(opened.page), /Problem: Doesn’t work.*Arrived: 4 May/);
  await opened.press('[data-change=received_on]');
  assert.match(await pageText(opened.page), /Arrived: 4 May/);
  await opened.press('[data-day="2026-05-05"]');
  assert.match(await pageText(opened.page), /Arrived: 5 May/);
  await opened.close();
});

test('B10: an event is changed, kept, or taken back', async () => {
  const opened = await at(`${lamp}&dispute_opened_on=2026-05-06`);
  await opened.press('[data-change=dispute_opened_on]');
  await opened.press('[data-keep]');
  assert.match(opened.page.url(), /dispute_opened_on=2026-05-06/);
  await opened.press('[data-change=dispute_opened_on]');
  await opened.press('[data-forget]');
  assert.doesNotMatch(opened.page.url(), /dispute_opened_on/);
  await opened.close();
});

test('B11: a wrong day is named in the headline; of two in the wrong order both can be changed', async () => {
  const future = await at('as_of=2026-05-10&reason=damaged&received_on=2026-06-04');
  assert.match(await future.text(), /^Check the dates: 4 June 2026 hasn’t come yet\./);
  await future.close();
  const opened = await at('as_of=2026-05-10&reason=damaged&shipped_on=2026-05-08&received_on=2026-05-04');
  assert.match(await opened.text(), /“Arrived” \(4 May 2026\) comes before “Sent” \(8 May 2026\)\. Check both\./);
  assert.ok(await opened.page.$('>>> ask-day[data-about=received_on]'));
  await opened.press('ask-day[data-about=shipped_on] >>> [data-day=pick]').catch(() => {});
  await pickDay(opened.page, 'ask-day[data-about=shipped_on] >>> #day', '2026-04-20');
  assert.match(await opened.text(), /^Yes, you can send it back\./);
  await opened.close();
});

test('B12: each of the last seven days is one tap', async () => {
  const opened = await at('as_of=2026-05-10&reason=damaged');
  const days = await opened.page.$$eval('>>> ask-day >>> [data-day]', (all) => all.map((one) => one.textContent.trim()));
  assert.deepEqual(days, ['Today', 'Yesterday', 'Fri 8 May', 'Thu 7 May', 'Wed 6 May', 'Tue 5 May', 'Mon 4 May', 'Earlier']);
  await opened.press('[data-day="2026-05-05"]');
  assert.match(await opened.text(), /Open a dispute by Wednesday 20 May\./);
  await opened.close();
});

test('B13: at 360 by 740 the answer takes two screens, and everything else is folded', async () => {
  const day = new Date(Date.now() - 6 * 86_400_000).toISOString().slice(0, 10);
  const opened = await at(`reason=damaged&received_on=${day}`, { viewport: { width: 360, height: 740, isMobile: true, hasTouch: true } });
  const folds = await opened.page.$eval('>>> answer-details', (node) => node.getBoundingClientRect().top + scrollY);
  assert.ok(folds <= 2 * 740, `the folds begin at ${folds}`);
  const open = await opened.page.$$eval('>>> answer-details >>> details[open]', (all) => all.length);
  assert.equal(open, 0);
  await opened.close();
});

test('B14: only the shopper’s own steps have a box; the others’ are "It happened", with a day', async () => {
  const opened = await at('as_of=2026-05-10&reason=damaged&received_on=2026-05-01&dispute_opened_on=2026-05-04');
  const boxes = await opened.page.$$eval('>>> next-steps >>> input[type=checkbox]', (all) => all.map((one) => one.id));
  assert.ok(boxes.length > 0 && boxes.every((id) => !/seller_reply|refund|inspection/.test(id)), boxes.join());
  await opened.press('#timeline summary');
  await opened.press('[data-happened=seller_reply]');
  assert.match(await pageText(opened.page), /When was that\?/);
  assert.doesNotMatch(opened.page.url(), /seller_replied_on/);
  await opened.close();
});

test('B18: "why" opens with about ten lines; all notes are behind one more tap', async () => {
  const opened = await at(lamp);
  await opened.press('#why > summary');
  const shown = await opened.page.$$eval('>>> #why > .group li', (all) => all.length);
  assert.ok(shown > 2 && shown <= 12, `${shown} lines`);
  await opened.press('#all-notes > summary');
  const ids = await opened.page.$$eval('>>> #all-notes [data-source]', (all) => all.map((one) => one.dataset.source));
  assert.ok(ids.length > shown);
  assert.equal(new Set(ids).size, ids.length, 'no note twice');
  await opened.close();
});

test('B20: maker, version, the day the rules were read, the guides, and a way to tell us', async () => {
  const opened = await at(lamp, {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void (globalThis.copied = text) } });
      }),
  });
  const text = await pageText(opened.page);
  assert.match(text, /Rules read on 22 November 2026, from 4 guides/);
  assert.match(text, /How To Get A Refund From AliExpress/);
  assert.match(text, /Made by the Returnable authors, version \d+\.\d+\.\d+/);
  await opened.press('[data-tell]');
  assert.match(await opened.page.evaluate(() => globalThis.copied), /This answer looks wrong to me: Yes, you can send it back\./);
  await opened.close();
});

test('late and not here: the promised day is past, and nobody is told to wait', async () => {
  const opened = await at('as_of=2026-06-05&reason=late&no_date=yes&shipped_on=2026-04-02&promised_by=2026-05-20');
  assert.doesNotMatch(await opened.text(), /Nothing to do|Come back/);
  assert.match((await letterOf(opened)) ?? '', /promised for 20 May 2026, and it has not arrived/);
  await opened.close();
});

test('the tiles are there and tappable before the engine is, and the tap is answered once it is', async () => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // Taps as soon as there is something to tap, and notes what the card says before the engine is there.
  await page.evaluateOnNewDocument(() => {
    globalThis.leads = [];
    const look = () => {
      const root = document.querySelector('return-page')?.shadowRoot;
      const day = root?.querySelector('ask-start')?.shadowRoot?.querySelector('ask-day')?.shadowRoot?.querySelector('[data-day=yesterday]');
      (day ?? root?.querySelector('ask-reason')?.shadowRoot?.querySelector('[data-reason=damaged]'))?.click();
      const lead = root?.querySelector('answer-card')?.headline?.lead;
      if (lead && lead !== globalThis.leads.at(-1)) globalThis.leads.push(lead);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.setRequestInterception(true);
  let held = 0;
  page.on('request', (request) => {
    const engine = /return-checker\.engine\./.test(request.url());
    held += Number(engine);
    // Well within the engine's time limit.
    if (engine) setTimeout(() => void request.continue(), 1200);
    else void request.continue();
  });
  await page.goto(`${site.url}#as_of=2026-05-10`);
  await page.waitForFunction(() => /^Yes/.test(globalThis.leads.at(-1) ?? ''));
  const leads = await page.evaluate(() => globalThis.leads);
  assert.ok(held > 0, 'the engine was held back');
  assert.match(leads[0], /^One moment/, leads.join(' | '));
  await context.close();
});
