// The law in the widget: with a country it comes on demand, and stands in short after the shop's answer; without one nothing does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { article } from './host-page.mjs';
import { siteInChromium } from './open-page.mjs';
import { serveSite, site as folder } from './static-site.mjs';
import { press, visit as visitIn, words } from './visit.mjs';

const { site, browser } = await siteInChromium();
const open = [];
after(() => Promise.all(open.map((close) => close().catch(() => {}))));

/** A host with one checker, on a day of the year 2026. */
async function visit(attributes, { day = '2026-11-29', from = site, ...options } = {}) {
  const before = (page) =>
    page.evaluateOnNewDocument((iso) => {
      const ahead = Date.parse(`${iso}T12:00:00Z`) - Date.now();
      const { now } = Date;
      globalThis.Date = class extends Date {
        constructor(...given) {
          super(...(given.length ? given : [now() + ahead]));
        }
      };
    }, day);
  const all = await visitIn(browser, article(`<return-checker ${attributes}><a href="/x">Check it</a></return-checker><script async src="${from.url}return-checker.js"></script>`), { before, ...options });
  open.push(all.close);
  return all;
}

const ours = (asked) => [...new Set(asked.filter((url) => url.startsWith(site.url)).map((url) => url.slice(site.url.length)))];
const bare = (name) => name.replace(/\.\w{8}\.js$/, '');
const law = (page) => page.waitForFunction(() => document.querySelector('return-checker').shadowRoot.querySelector('[part=law]')?.innerText.replace(/\s+/g, ' '));
const noLaw = (page) => page.$eval('return-checker', (node) => node.shadowRoot.querySelector('[part=law]') === null);

/** Says when it came, by the field. */
async function arrived(page, day) {
  await press(page, 'pick');
  const field = await page.waitForSelector('>>> input[type=date]');
  await field.evaluate((node, value) => {
    node.value = value;
    node.dispatchEvent(new Event('change', { bubbles: true }));
  }, day);
}

test('France, a faulty phone bought eight months ago: the shop’s time is over, the law is open until its day, with a link to the full answer', async () => {
  const { page, faults } = await visit('marketplace="aliexpress" country="FR"');
  await words(page);
  assert.ok(await noLaw(page), 'nothing before the shop has answered');
  await press(page, 'defective');
  await arrived(page, '2026-03-29');
  const text = await (await law(page)).jsonValue();
  assert.match(text, /^The law where you live .*By law the seller must put right an item that is faulty/);
  assert.match(text, /Tell the seller in writing what is wrong, by \w+day,? \d+ \w+/);
  assert.match(text, /This is general information, not legal advice\./);
  const link = await page.$eval('return-checker', (node) => node.shadowRoot.querySelector('[part=law] [part=full]').href);
  assert.ok(link.startsWith(`${site.url}#`) && /country=FR/.test(link) && /reason=defective/.test(link), link);
  const order = await page.$eval('return-checker', (node) => {
    const [shop, card] = ['[part=answer]', '[part=law]'].map((name) => node.shadowRoot.querySelector(name));
    return (shop.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  assert.ok(order, 'the shop comes first');
  assert.deepEqual(faults, []);
});

test('it is the sentence and the day of the page’s own card', async () => {
  const hash = '#as_of=2026-11-29&marketplace=aliexpress&country=FR&reason=defective&received_on=2026-03-29';
  const full = await browser.newPage();
  await full.goto(`${site.url}${hash}`);
  const card = await (await full.waitForSelector('>>> law-note')).evaluate((node) => [node.card.text, node.card.act]);
  await full.close();
  const { page } = await visit('marketplace="aliexpress" country="FR"');
  await words(page);
  await press(page, 'defective');
  await arrived(page, '2026-03-29');
  const text = await (await law(page)).jsonValue();
  for (const said of card) assert.ok(said && text.includes(said), `${said} | ${text}`);
});

test('the law comes on demand: its code, the laws of that country and those of everywhere; another language is one file more', async () => {
  const files = async (attributes) => {
    const { page, asked } = await visit(attributes);
    await words(page);
    await press(page, 'changed_mind');
    await new Promise((next) => setTimeout(next, 500));
    return { names: ours(asked).map(bare).map((name) => name.replace(/\.js$/, '')).sort(), all: ours(asked) };
  };
  const none = await files('marketplace="temu"');
  assert.deepEqual(none.names, ['return-checker', 'widget/element', 'widget/packs/temu', 'widget/return-checker.engine']);
  const german = await files('marketplace="temu" country="DE"');
  assert.deepEqual(german.names, [...none.names, 'widget/law', 'widget/laws/eu', 'widget/laws/everywhere'].sort());
  const more = german.all.filter((name) => !none.all.includes(name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const weights = Object.fromEntries(more.map((name) => [bare(name), brotliCompressSync(readFileSync(`${folder}/${name}`), { params }).length]));
  console.log(`# with a country: ${JSON.stringify(weights)}`);
  assert.ok(weights['widget/law'] <= 4096, `${weights['widget/law']} bytes`);
  assert.ok(weights['widget/laws/eu'] + weights['widget/laws/everywhere'] <= 4096);
  const inGerman = await files('marketplace="temu" country="DE" lang="de"');
  assert.deepEqual(inGerman.names, [...german.names, 'widget/facade.de', 'widget/languages', 'widget/law.de', 'widget/words.de'].sort());
});

test('in German, from left to right; in Hebrew from right to left: its own words', async () => {
  for (const [lang, title] of [['de', null], ['he', null]]) {
    const { page, faults } = await visit(`marketplace="aliexpress" country="DE" lang="${lang}"`);
    await words(page);
    await press(page, 'changed_mind');
    await press(page, 'yesterday');
    const text = await (await law(page)).jsonValue();
    const said = JSON.parse(readFileSync(new URL(`../../web/messages/${lang}.json`, import.meta.url), 'utf8')).by_law;
    assert.ok(text.startsWith(title ?? said.title), text);
    assert.ok(text.includes(said.general.split(' ')[0]), text);
    assert.doesNotMatch(text, /By law|The law/);
    assert.deepEqual(faults, []);
  }
});

test('what the card asks is never idle: it is open, the tap that answers it changes the card or takes the question away', async () => {
  let asked = 0;
  for (const [country, tile, day] of [['GB', 'defective', '2026-11-10'], ['FR', 'changed_mind', '2026-11-25'], ['DE', 'damaged', '2026-11-20'], ['BR', 'changed_mind', '2026-11-25'], ['IL', 'changed_mind', '2026-11-25'], ['US', 'not_as_described', '2026-11-20']]) {
    const { page } = await visit(`marketplace="aliexpress" country="${country}"`);
    await words(page);
    await press(page, tile);
    await arrived(page, day);
    const before = await page
      .waitForFunction(() => document.querySelector('return-checker').shadowRoot.querySelector('[part=law]')?.innerText, { timeout: 5000 })
      .then((text) => text.jsonValue())
      .catch(() => null);
    const button = await page.$('>>> [part=law] [data-do=law]');
    if (!before || !button) continue;
    asked += 1;
    const text = await button.evaluate((node) => node.innerText);
    await button.evaluate((node) => node.click());
    const choice = await page.waitForFunction(() => {
      const all = [...document.querySelector('return-checker').shadowRoot.querySelectorAll('[part=question] [data-do]')];
      return all.some((node) => node.dataset.do === 'cancel') && all.find((node) => !['cancel', 'unsure'].includes(node.dataset.do));
    });
    console.log(`# ${country}: ${text} ${await choice.evaluate((node) => node.innerText)}`);
    await choice.evaluate((node) => node.click());
    await page.waitForFunction((text) => (document.querySelector('return-checker').shadowRoot.querySelector('[part=law]')?.innerText ?? '') !== text, {}, before);
  }
  assert.ok(asked > 0, 'no card asks anything');
});

test('two checkers with two countries on one page: each has its own law, from one engine; a country that is none brings nothing', async () => {
  const { page, asked } = await visit('marketplace="aliexpress" country="FR" id="first"></return-checker><return-checker marketplace="aliexpress" country="BR" id="second"');
  for (const id of ['#first', '#second']) {
    await words(page, id);
    await press(page, 'changed_mind', id);
    await press(page, 'yesterday', id);
    await page.waitForFunction((name) => document.querySelector(name).shadowRoot.querySelector('[part=law]'), {}, id);
  }
  const texts = await page.$$eval('return-checker', (all) => all.map((node) => node.shadowRoot.querySelector('[part=law]').innerText));
  assert.notEqual(texts[0], texts[1]);
  assert.equal(ours(asked).filter((name) => name.includes('/law.')).length, 1);
  const wrong = await visit('marketplace="aliexpress" country="XX"');
  await words(wrong.page);
  await press(wrong.page, 'changed_mind');
  await press(wrong.page, 'yesterday');
  assert.ok(await noLaw(wrong.page));
  assert.deepEqual(ours(wrong.asked).filter((name) => name.includes('law')), []);
});

test('a law that does not come, or was changed on the way, takes nothing from the shop’s answer', async () => {
  for (const [which, body] of [['law.', null], ['laws/eu', null], ['laws/eu', 'document.currentScript.carried=["damaged"]']]) {
    const broken = await serveSite({ change: (name) => (name.startsWith(`widget/${which}`) ? (body ? { body, type: 'text/javascript' } : { status: 404, body: '' }) : null) });
    open.push(broken.close);
    const { page } = await visit('marketplace="aliexpress" country="FR"', { from: broken });
    await words(page);
    await press(page, 'damaged');
    await press(page, 'yesterday');
    await page.waitForFunction(() => /you can send it back/.test(document.querySelector('return-checker').shadowRoot.querySelector('.lead').textContent));
    await new Promise((next) => setTimeout(next, 300));
    if (which === 'law.') assert.ok(await noLaw(page));
  }
});

test('nothing moves when the law comes', async () => {
  let release;
  const wait = new Promise((next) => (release = next));
  const held = await serveSite({ change: (name) => (name.startsWith('widget/law.') ? wait : null) });
  open.push(held.close);
  const { page, asked } = await visit('marketplace="aliexpress" country="FR"', { from: held });
  await words(page);
  await page.evaluate(() => (globalThis.shift = 0));
  release(null);
  while (!asked.some((url) => url.includes('/laws/everywhere.'))) await new Promise((next) => setTimeout(next, 50));
  await new Promise((next) => setTimeout(next, 500));
  assert.equal(await page.evaluate(() => globalThis.shift), 0);
  await press(page, 'changed_mind');
  await press(page, 'yesterday');
  await law(page);
});
