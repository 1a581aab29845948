// The law beside the platform's rules: what the card says, its message and its sources, and the ways by the payment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, pageText, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();

async function open(hash, settings = {}) {
  const opened = await openPage(browser, `${site.url}#${hash}`, settings);
  const words = (selector) => opened.page.waitForSelector(`>>> ${selector}`, { timeout: 5000 }).then((node) => node.evaluate((one) => one.innerText.replace(/\s+/g, ' ')));
  return { ...opened, law: () => words('[data-anchor="law"]'), words };
}

const letter = (page) => page.waitForSelector('>>> [data-letter="law"]').then((node) => node.evaluate((one) => one.text));

/** A code on screen would be a word with an underscore in it. */
async function noCode(page) {
  for (const node of await page.$$('>>> details')) await node.evaluate((one) => (one.open = true));
  assert.doesNotMatch(await pageText(page), /[a-z]+_[a-z]+/);
}

test('France, a phone that is faulty eight months later: too late at the platform, open by law, the message in French', async () => {
  const { page, text, law, faults, close } = await open('as_of=2026-11-29&country=FR&reason=defective&received_on=2026-03-29', { lang: 'fr-FR' });
  assert.match(await text(), /^Le délai de AliExpress est passé, mais la loi vous laisse encore du temps\. Dire par écrit au vendeur ce qui ne va pas, au plus tard le mercredi 29 mars 2028\./);
  assert.equal(await page.$$eval('>>> button.main', (all) => all.length), 1, 'one main button, the law’s');
  assert.equal(await page.$('>>> sharpen-answer >>> copy-message'), null);
  const card = await law();
  assert.match(card, /La loi de votre pays/);
  assert.match(card, /Le délai de AliExpress est passé, mais la loi vous laisse encore du temps/);
  assert.match(card, /au plus tard le 29 mars 2028/);
  assert.match(card, /D’abord une réparation gratuite ou un nouvel article/);
  assert.match(card, /pas un conseil juridique/);
  assert.equal(card.match(/contraindre un vendeur/g).length, 1);
  assert.match(await letter(page), /arrivée le 29 mars 2026[\s\S]*Selon la loi, vous devez y remédier/);
  const links = await page.$$eval('>>> [data-anchor="law"] a', (all) => all.map(({ href }) => href));
  assert.match(links[0], /^https:\/\/www\.legifrance\.gouv\.fr\//);
  await noCode(page);
  assert.deepEqual(faults, []);
  await close();
});

test('Germany, a change of mind on day 10: the law ends first, with its day, the money’s day and the message', async () => {
  const { page, law, close } = await open('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-19&category=general&opened=no');
  const card = await law();
  assert.match(card, /The law’s own time ends sooner than the time that AliExpress gives/);
  assert.match(card, /By law you can change your mind until 3 December/);
  assert.match(card, /your money by 13 December, if you write today/);
  assert.match(card, /withdraw from the contract, by Thursday,? 3 December/);
  assert.match(await letter(page), /My order arrived on 19 November 2026\.[\s\S]*I withdraw from the contract\./);
  assert.match(await page.$eval('>>> [data-anchor="law"]', (node) => node.dataset.pattern), /^first$/);
  await noCode(page);
  await close();
});

test('an assumption is said, and a tap turns it round', async () => {
  const { page, close } = await open('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-09&category=general&opened=no');
  assert.equal(await page.$('>>> [data-pattern]'), null, 'the 14 days are over');
  await close();
  const again = await open('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-19&category=general&opened=no');
  await (await again.page.waitForSelector('>>> [data-anchor="law"] details.steps summary')).click();
  await again.press('[data-assumed="told_of_withdrawal"]');
  assert.match(await again.law(), /change your mind until 3 December 2027/);
  assert.match(again.page.url(), /told_of_withdrawal=no/);
  await again.close();
});

test('United States, it never came: the law’s own act, and the billing error among the ways by the payment', async () => {
  const { page, words, close } = await open('as_of=2026-11-29&country=US&reason=not_received&ordered_on=2026-09-20&no_date=yes&card_kind=credit&first_statement_on=2026-10-05');
  const node = await page.waitForSelector('>>> #ladder');
  await node.evaluate((one) => (one.open = true));
  const ladder = await words('#ladder');
  assert.match(ladder, /billing error/);
  assert.match(ladder, /By 4 December/);
  assert.match(ladder, /The letter has to reach the bank/);
  await noCode(page);
  await close();
});

test('United Kingdom, £120 by credit card: section 75; at £90 not', async () => {
  const facts = 'as_of=2026-11-29&country=GB&reason=defective&received_on=2026-11-20&card_kind=credit&currency=GBP';
  const dear = await open(`${facts}&price=12000`);
  assert.match(await dear.law(), /reject such an item until 20 December/);
  await (await dear.page.waitForSelector('>>> #ladder')).evaluate((one) => (one.open = true));
  const ladder = await dear.words('#ladder');
  assert.match(ladder, /section 75.*may owe you the same as the seller.*more than £100/);
  assert.match(ladder, /can break this link/);
  const order = await dear.page.$$eval('>>> [data-rung]', (all) => all.map(({ dataset }) => dataset.rung));
  assert.deepEqual(order, ['shop', 'law', 'paypal', 'uk-section-75', 'card-schemes']);
  await noCode(dear.page);
  await dear.close();
  const cheap = await open(`${facts}&price=9000`);
  await cheap.law();
  assert.equal(await cheap.page.$('>>> [data-rung="uk-section-75"]'), null);
  await cheap.close();
});

test('no country: no law is fetched, no article named, and the page says why', async () => {
  const { page, law, close } = await open('as_of=2026-11-29&country=unsure&reason=defective&received_on=2026-11-20');
  assert.match(await law(), /Choose your country to see the law where you live/);
  assert.equal(await page.$('>>> #ladder'), null);
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(fetched.filter((name) => name.includes('/laws/')), []);
  await close();
});

test('another country: its law comes, and the answer with it', async () => {
  const { page, law, close } = await open('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-19&category=general&opened=no');
  assert.match(await law(), /3 December/);
  await page.evaluate(() => (location.hash = location.hash.replace('country=DE', 'country=GB')));
  await page.waitForFunction(() => document.querySelector('return-page').shadowRoot.querySelector('law-note')?.shadowRoot.querySelector('a')?.href.includes('legislation.gov.uk'));
  await close();
});

test('a law that does not come: the platform’s answer stands, and the gap is said', async () => {
  const { law, text, close } = await open('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-19', {
    before: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => (request.url().includes('/laws/eu.') ? request.abort() : request.continue()));
    },
  });
  assert.match(await text(), /4 December/);
  assert.match(await law(), /could not be loaded/);
  await close();
});

test('a last day on a public holiday: the earlier day is named, and that the law may give the next working day', async () => {
  const { page, law, close } = await open('as_of=2026-04-20&country=FR&reason=changed_mind&received_on=2026-04-17&category=general&opened=no');
  await law();
  for (const node of await page.$$('>>> [data-anchor="law"] details')) await node.evaluate((one) => (one.open = true));
  assert.match(await law(), /until 1 May[\s\S]*1 May is a public holiday\. By law the last day may then be the next working day/);
  await close();
});

test('a last day of which the public holidays are not known: that is said; another day says nothing of holidays', async () => {
  const far = await open('as_of=2031-03-05&country=FR&reason=changed_mind&received_on=2031-03-03&category=general&opened=no');
  await far.law();
  for (const node of await far.page.$$('>>> [data-anchor="law"] details')) await node.evaluate((one) => (one.open = true));
  assert.match(await far.law(), /We do not know the public holidays of that time/);
  await far.close();
  const plain = await open('as_of=2026-11-29&country=DE&reason=changed_mind&received_on=2026-11-19&category=general&opened=no');
  await plain.law();
  for (const node of await plain.page.$$('>>> [data-anchor="law"] details')) await node.evaluate((one) => (one.open = true));
  assert.doesNotMatch(await plain.law(), /public holiday/);
  await plain.close();
});

test('a law that was read more than a year ago: its age is said, and not before', async () => {
  const later = await open('as_of=2027-11-29&country=DE&reason=changed_mind&received_on=2027-11-19&category=general&opened=no');
  assert.match(await later.law(), /our copy of this law is 12 months old/);
  await later.close();
  const now = await open('as_of=2027-11-28&country=DE&reason=changed_mind&received_on=2027-11-19&category=general&opened=no');
  assert.doesNotMatch(await now.law(), /months old/);
  await now.close();
});

test('a shop whose sources were read more than half a year ago: its age is said, and not before', async () => {
  const later = await open('as_of=2027-05-22&country=unsure&reason=damaged&received_on=2027-05-14');
  await later.text();
  const line = await later.page.waitForSelector('>>> [data-old]').then((node) => node.evaluate((one) => one.textContent));
  assert.match(line, /Check AliExpress’s own page too: our copy is 6 months old/);
  await later.close();
  const now = await open('as_of=2027-05-21&country=unsure&reason=damaged&received_on=2027-05-14');
  await now.text();
  assert.equal(await now.page.$('>>> [data-old]'), null);
  await now.close();
});
