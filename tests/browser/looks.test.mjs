// How the page stands: large text, desktop, paper, right to left, sizes; and findings that show in where things stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText } from './cut-text.mjs';
import { desktop, openPage, pageText, settle, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();
const at = (fragment, options) => openPage(browser, site.url + (fragment && `#${fragment}`), options);
const lamp = 'as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
const approved = 'reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08';
const late = `as_of=2026-12-20&${approved}&returned_on=2026-10-12&return_received_on=2026-11-06&return_accepted_on=2026-11-06&payment_method=card`;
const silent = 'as_of=2026-11-29&reason=defective&category=electronics&received_on=2026-11-01&dispute_opened_on=2026-11-04';
const refused = 'as_of=2026-03-25&reason=changed_mind&received_on=2026-03-20&category=personal_care&opened=yes';
const several = `${lamp}&item2.reason=changed_mind&item2.category=personal_care&item2.opened=yes&item2.received_on=2026-05-04`;

/** The rows of the card: label and value, without the small print. */
const rows = (opened) => opened.page.$$eval('>>> answer-card >>> dl > div', (all) => all.map((one) => [one.querySelector('dt').innerText, [...one.querySelector('dd').childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join('').trim()]));
const top = (opened, selector) => opened.page.$eval(`>>> ${selector}`, (node) => node.getBoundingClientRect().top);

const states = { first: '', question: 'reason=damaged', yes: lamp, no: refused, 'too late': 'as_of=2026-06-04&reason=damaged&received_on=2026-05-04', waiting: silent.replace('11-29', '11-08'), late, several, 'wrong day': 'as_of=2026-05-10&reason=damaged&received_on=2026-06-04' };
for (const [name, fragment] of Object.entries(states))
  test(`A9: ${name}, text at 200 %, 320 and 360 px wide: no sideways scroll, no word cut`, async () => {
    for (const width of [320, 360]) {
      const opened = await at(fragment, { viewport: { width, height: 640 } });
      await opened.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await settle(opened.page);
      assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.deepEqual(await cutText(opened.page), [], `${width} px`);
      await opened.close();
    }
  });

test('A4: approved after the safe day to ask: the day to post is never before the approval', async () => {
  const opened = await at('as_of=2026-11-26&reason=damaged&received_on=2026-11-09&dispute_opened_on=2026-11-15&return_approved_on=2026-11-25');
  const text = await opened.text();
  assert.match(text, /^Post it back by \w+day,? (\d+ (November|December)).*/);
  assert.doesNotMatch(text, /24 November|24 Nov|Ask by|Dispute by/);
  await opened.close();
});

test('B2: sources disagree when to ask for what never came: ask now, and the other day is named', async () => {
  const opened = await at('as_of=2026-11-29&reason=not_received&shipped_on=2026-10-20');
  const text = await opened.text();
  assert.match(text, /^(Yes, ask|You can ask now)/);
  assert.doesNotMatch(text, /wait longer|not every guide/);
  assert.ok(await opened.page.$('>>> copy-message'), 'with the message');
  await opened.close();
});

test('B5, C13: the money has one day, with the range beside it, and days are short', async () => {
  const opened = await at(lamp);
  const facts = Object.fromEntries(await rows(opened));
  assert.match(facts['Money'], /^Usually by \d+ \w{3}$/);
  assert.match(facts['Dispute by'], /^\w{3} \d+ \w{3}$/, 'no year in the same year');
  await opened.close();
});

test('B7: the question stands above the card, and the card is slim until there is a day', async () => {
  const opened = await at('as_of=2026-05-10');
  await opened.press('[data-reason=damaged]');
  assert.ok((await top(opened, 'ask-start')) < (await top(opened, 'answer-card')));
  const high = await opened.page.$eval('>>> answer-card', (node) => node.offsetHeight);
  assert.ok(high < 240, `${high} px`);
  assert.doesNotMatch(await opened.text(), /15 days.*15 days/);
  await opened.close();
});

test('B15, B16: once posted, the facts are those of that phase, and no other ways are held out', async () => {
  for (const fragment of [`as_of=2026-10-20&${approved}&returned_on=2026-10-12`, late]) {
    const opened = await at(fragment);
    const labels = (await rows(opened)).map(([label]) => label);
    assert.ok(labels.includes('Posted back'), labels.join());
    assert.ok(!labels.some((label) => /by$|Return shipping/.test(label)), labels.join());
    const text = await pageText(opened.page);
    assert.ok(!/last evening/.test(text), 'last evening');
    assert.doesNotMatch(text.slice(0, text.indexOf('All sources')), /Other options|seller may cover|last evening/);
    await opened.close();
  }
  const opened = await at(lamp);
  const open = await opened.page.$$eval('>>> plain-list', (all) => all.filter((one) => /not certain/.test(one.shadowRoot.textContent) && !one.shadowRoot.querySelector('details:not([open])')).length);
  assert.equal(open, 0, 'what is not certain is folded away');
  await opened.close();
});

test('B17: the seller is silent: the act is the headline, and the main button is for it', async () => {
  const opened = await at(silent);
  assert.match(await opened.text(), /Ask AliExpress to step in/);
  const main = await opened.page.$eval('>>> copy-message >>> button.main', (node) => node.innerText);
  assert.match(main, /AliExpress/);
  await opened.close();
});

test('B19: the law of the country that was chosen stands with the answer, with its source', async () => {
  const opened = await at(`${refused}&country=GB`);
  const law = await opened.page.waitForSelector('>>> law-note');
  assert.ok((await law.evaluate((node) => node.getBoundingClientRect().top)) < (await top(opened, 'answer-details')));
  assert.ok(await opened.page.$('>>> law-note >>> a[href^=https]'));
  await opened.close();
});

test('C1: on a desktop the answer stays in view beside the steps', async () => {
  const opened = await at(lamp, { viewport: desktop });
  await opened.page.evaluate(() => scrollTo(0, 600));
  await settle(opened.page);
  const card = await opened.page.$eval('>>> answer-card', (node) => node.getBoundingClientRect().toJSON());
  const steps = await opened.page.$eval('>>> answer-acts', (node) => node.getBoundingClientRect().toJSON());
  assert.ok(card.top >= 0 && card.top < 100, `${card.top}`);
  assert.ok(card.left >= steps.right, 'side by side');
  await opened.close();
});

test('C7: right to left, a closed fold points down as it does left to right', async () => {
  const arrow = async (lang) => {
    const opened = await at(lamp, { lang });
    const style = await opened.page.$eval('>>> answer-details >>> summary', (node) => {
      const { transform, borderRightWidth, borderBottomWidth, borderLeftWidth, borderTopWidth } = getComputedStyle(node, '::after');
      return [transform, borderRightWidth, borderBottomWidth, borderLeftWidth, borderTopWidth].join();
    });
    await opened.close();
    return style;
  };
  assert.equal(await arrow('he-IL'), await arrow('en-GB'));
});

test('C8: on paper: the case, the day of the answer, the link, the letter in full, and nothing to tap', async () => {
  const opened = await at(lamp);
  await opened.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await opened.page.emulateMediaType('print');
  await settle(opened.page);
  const { text, buttons } = await opened.page.evaluate(() => {
    let text = '';
    const buttons = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return void (text += node.textContent);
      if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|OPTION)$/.test(node.tagName)) return;
      if (getComputedStyle(node).display === 'none') return;
      if (node.tagName === 'BUTTON') buttons.push(node.innerText);
      for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      text += ' ';
    };
    walk(document.body);
    return { text: text.replace(/\s+/g, ' '), buttons };
  });
  assert.match(text, /Problem: Broken/);
  assert.match(text, /Arrived: 4 May/);
  const link = await opened.page.$eval('>>> .paper', (node) => node.innerText + getComputedStyle(node, '::after').content);
  assert.match(link, /^Answer for 10 May 2026\..*http:\S+#.*reason=damaged/);
  assert.match(text, /My order arrived on 4 May 2026, and the item is broken\./);
  assert.match(text, /Photos or a video of what’s wrong/);
  assert.doesNotMatch(text, /The same on other platforms|Timeline|Is it worth it/);
  assert.deepEqual(buttons, []);
  await opened.close();
});

test('C12: no text is smaller than 14 px, the facts’ values are 17', async () => {
  for (const fragment of [lamp, late, refused]) {
    const opened = await at(fragment);
    const small = await opened.page.evaluate(() => {
      const found = new Set();
      const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE && node.textContent.trim()) {
          const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
          if (size < 14) found.add(`${size} ${node.textContent.trim()}`);
        }
        if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|OPTION)$/.test(node.tagName)) return;
        for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      };
      walk(document.body);
      return [...found];
    });
    assert.deepEqual(small, []);
    const values = await opened.page.$$eval('>>> answer-card >>> dd', (all) => all.map((node) => getComputedStyle(node).fontSize));
    assert.ok(values.every((size) => size === '17px'), values.join());
    assert.ok(values.length > 2 || fragment === refused);
    await opened.close();
  }
});
