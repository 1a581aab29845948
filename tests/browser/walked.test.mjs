// What walkers stumbled on: journeys of people who had only the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPage, pageText, settle, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();
const at = (fragment, options) => openPage(browser, site.url + (fragment && `#${fragment}`), options);
const open = 'as_of=2026-05-20&reason=damaged&received_on=2026-05-01&dispute_opened_on=2026-05-04';
const { events } = JSON.parse(readFileSync(new URL('../../web/src/answers/events.json', import.meta.url), 'utf8'));

test('taking an event back takes all that came with it', async () => {
  const facts = { offer: 'partial_refund', offer_amount: '500', seller_agreed: 'yes', dispute_outcome: 'refused', chargeback_outcome: 'lost' };
  const dated = events.filter(({ date, asks, sets }) => date && (asks || sets));
  assert.ok(dated.length > 4);
  for (const { date, asks, sets = {} } of dated) {
    const own = [...(asks ? [asks] : []), ...Object.keys(sets)];
    const given = own.filter((id) => facts[id]).map((id) => `&${id}=${facts[id]}`).join('');
    const opened = await at(`${open}&${date}=2026-05-10${given}${own.includes('offer') ? '&offer_amount=500&offer_accepted_on=2026-05-12' : ''}${date.startsWith('chargeback') ? '&chargeback_filed_on=2026-05-09' : ''}`);
    await opened.press(`[data-change=${date}]`);
    await opened.press('[data-forget]');
    for (const id of [date, ...own, 'offer_amount', 'offer_accepted_on']) assert.doesNotMatch(opened.page.url(), new RegExp(`\\b${id}=`), `${date}: ${id}`);
    assert.match(opened.page.url(), /dispute_opened_on=2026-05-04/);
    await opened.close();
  }
});

test('what was entered under "Already started?" stands on the first screen at once, and can be changed', async () => {
  const opened = await at('as_of=2026-11-29');
  await opened.press('[data-started=money]');
  await opened.press('[data-event=money_sent]');
  await opened.press('what-happened >>> [data-day="2026-11-24"]');
  assert.match(await pageText(opened.page), /Refund sent: 24 November Change.*What’s wrong\?/);
  await opened.press('[data-reason=defective]');
  const text = await pageText(opened.page);
  assert.doesNotMatch(text, /When did it arrive\?/, 'the arrival decides nothing any more');
  assert.doesNotMatch(await opened.text(), /Return shipping/);
  await opened.close();
});

test('a rough day never contradicts another, and no chip offers a day that cannot be', async () => {
  const opened = await at('as_of=2026-11-29&country=unsure&marketplace=temu&reason=changed_mind&received_on=2026-04-01');
  const days = await opened.page.$$eval('>>> ask-day >>> [data-day]', (all) => all.map((one) => one.dataset.day));
  assert.deepEqual(days.filter((day) => day !== 'none'), []);
  await opened.press('[data-day=none]');
  await opened.press('[data-rough=over_six]');
  assert.match(opened.page.url(), /ordered_on=2026-04-01/);
  assert.doesNotMatch(await opened.text(), /comes before/);
  await opened.close();
});

test('less than two weeks ago is shown as that', async () => {
  const opened = await at('as_of=2026-11-29&reason=not_received&promised_by=2026-12-10');
  await opened.press('[data-day=none]');
  await opened.press('[data-rough=under_two]');
  assert.match(await pageText(opened.page), /Sent: Under 2 weeks ago/);
  await opened.close();
});

test('too late at the platform, open by law: the law’s act leads, its message is the main button, and nobody confesses', async () => {
  const opened = await at('as_of=2026-11-29&country=ES&reason=defective&category=electronics&received_on=2026-04-01');
  assert.match(await opened.text(), /^The time that AliExpress gives is over, but the law is still open\. Tell the seller in writing what is wrong, by \w+,? /);
  const main = await opened.page.$$eval('>>> button.main', (all) => all.map((one) => one.innerText));
  assert.deepEqual(main, ['Copy the message about the law']);
  await opened.close();
});

test('a no does not say that one is late', async () => {
  const opened = await at('as_of=2026-03-25&country=unsure&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes');
  const text = await opened.page.$eval('>>> sharpen-answer', (part) => part.shadowRoot.querySelector('copy-message').text);
  assert.match(text, /your rules may not cover this/);
  assert.doesNotMatch(text, /late/);
  await opened.close();
});

test('the bank’s own day stands on the card and goes into the calendar', async () => {
  const opened = await at('as_of=2026-11-29&country=US&reason=not_received&shipped_on=2026-10-05&ordered_on=2026-10-01&payment_method=card&card_kind=credit&first_statement_on=2026-10-15', {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        URL.createObjectURL = (blob) => (void blob.text().then((text) => (globalThis.file = text)), 'blob:none');
      }),
  });
  await opened.page.waitForSelector('>>> law-ladder');
  assert.match(await opened.text(), /Your credit card’s bank: billing error By Mon 14 Dec/);
  await opened.press('[data-save=calendar]');
  const file = await opened.page.waitForFunction(() => globalThis.file).then((text) => text.jsonValue());
  assert.match(file.replace(/\r\n[ \t]/g, ''), /SUMMARY:.*last day for .*billing error/);
  assert.match(file, /DTSTART;VALUE=DATE:20261214/);
  assert.match(await pageText(opened.page), /\d dates saved for your calendar/);
  await opened.close();
});

test('an answer that changes out of sight is said where the tap was', async () => {
  const opened = await at(open);
  await opened.press('[data-event=declined]');
  const day = await opened.page.waitForSelector('>>> what-happened >>> [data-day="2026-05-18"]');
  await day.evaluate((node) => node.scrollIntoView({ block: 'end' }));
  await opened.page.evaluate(() => scrollBy(0, 300));
  await settle(opened.page);
  await day.evaluate((node) => node.click());
  await settle(opened.page);
  await settle(opened.page);
  const seen = await opened.page.$eval('>>> answer-card', (node) => node.getBoundingClientRect().bottom > 80);
  const news = await opened.page.$eval('>>> answer-news', (node) => node.shadowRoot.querySelector('button')?.innerText ?? '');
  assert.ok(seen || /The seller said no/.test(news), news);
  await opened.close();
});

test('"Start again" can be undone', async () => {
  const opened = await at(open);
  const before = await opened.text();
  await opened.page.$eval('>>> page-footer', (node) => [...node.shadowRoot.querySelectorAll('button')].at(-1).click());
  await settle(opened.page);
  assert.match(await pageText(opened.page), /What’s wrong\?/);
  await opened.press('[data-undo]');
  await settle(opened.page);
  assert.equal(await opened.text(), before);
  await opened.close();
});

test('an order of several things: the law stands beside the one that is shown', async () => {
  const opened = await at('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-19&category=general&opened=no&item2.reason=damaged&item2.received_on=2026-11-19');
  await opened.page.waitForSelector('>>> law-note');
  await opened.close();
});
