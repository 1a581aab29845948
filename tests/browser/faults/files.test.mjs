// Faults of the engine's file, of the browser that runs it, and of what a service worker kept.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answered, cardText } from '../open-page.mjs';
import { policy, site as folder } from '../static-site.mjs';
import { answerOnce, fault, shown, shownInTime, siteWith, sorry, visitor, yes } from './faults.mjs';

const isEngine = (name) => /^return-checker\.engine\./.test(name);
const isPack = (name) => /^packs\/aliexpress\.[0-9a-f]{8}\.js$/.test(name);
const wasm = readFileSync(`${folder}/${(await siteWith()).files.find(isEngine)}`);
const flipped = Buffer.from(wasm);
flipped[Math.floor(wasm.length / 2)] ^= 16;

for (const [what, instead] of [
  ['the engine’s file is missing', { status: 404, body: '' }],
  ['the engine’s file is cut off', { body: wasm.subarray(0, 20_000) }],
  ['the engine’s file has one bit turned', { body: flipped }],
  ['the engine’s file hangs for ever', { hang: true }],
  ['HTML comes in place of the engine', { body: '<!doctype html>', type: 'text/html' }],
  ['503 comes in place of the engine', { status: 503, body: 'later' }],
  ['the engine’s file is of the wrong type', { body: wasm, type: 'text/plain' }],
  ['the engine’s file is empty', { body: '' }],
])
  fault(what, 'the right answer, by plain JavaScript where need be', async () => {
    const site = await siteWith((name) => (isEngine(name) ? instead : null));
    const { words, page, done } = await shownInTime(site);
    assert.match(words, yes);
    assert.match(await answerOnce(page), yes);
    await done();
  });

for (const [what, instead] of [
  ['missing', { status: 404, body: '' }],
  ['hanging', { hang: true }],
])
  fault(`both engines are ${what}`, '“We can’t work this out. Your order page has the date.”, and “Try again” works once they are back', async () => {
    let on = true;
    const site = await siteWith((name) => (on && (isEngine(name) || name.includes('.plain.')) ? instead : null));
    const { words, took, page, done } = await shown(site);
    assert.match(words, sorry);
    assert.ok(took < 5600, `${took} ms`);
    on = false;
    await (await page.waitForSelector('return-page >>> button.main')).click();
    await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page').shadowRoot.querySelector('answer-card').headline.lead));
    assert.match(await cardText(page), yes);
    await done();
  });

for (const [what, instead] of [
  ['missing', { status: 404, body: '' }],
  ['hanging', { hang: true }],
  ['damaged', { body: 'export default `returnable`', type: 'text/javascript' }],
])
  fault(`the rules of the shop are ${what}`, '“We can’t work this out. Your order page has the date.”, and “Try again” works once they are back', async () => {
    let on = true;
    const site = await siteWith((name) => (on && isPack(name) ? instead : null));
    const { words, page, done } = await shown(site);
    assert.match(words, sorry);
    on = false;
    await (await page.waitForSelector('return-page >>> button.main')).click();
    await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page').shadowRoot.querySelector('answer-card').headline.lead));
    assert.match(await cardText(page), yes);
    await done();
  });

/** The module's own functions fail while `globalThis.trapsLeft` lasts. */
const trapping = (page) =>
  page.evaluateOnNewDocument(() => {
    const { Instance } = WebAssembly;
    globalThis.trapsLeft = 0;
    const failing = (thing) => (...given) => {
      if (globalThis.trapsLeft > 0) {
        globalThis.trapsLeft -= 1;
        throw globalThis.trapsLeft % 2 ? new WebAssembly.RuntimeError('unreachable') : new RangeError('out of memory');
      }
      return thing(...given);
    };
    // Those that are called by their place in the module's table, as Embind does, and those by name.
    const { get } = WebAssembly.Table.prototype;
    WebAssembly.Table.prototype.get = function (...given) {
      const thing = get.apply(this, given);
      return typeof thing === 'function' ? failing(thing) : thing;
    };
    WebAssembly.Instance = function (...given) {
      const { exports } = new Instance(...given);
      return { exports: Object.fromEntries(Object.entries(exports).map(([name, thing]) => [name, typeof thing === 'function' ? failing(thing) : thing])) };
    };
  });

fault('WebAssembly is not there', 'the right answer', async () => {
  const { words, page, done } = await shown(await siteWith(), { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.WebAssembly) });
  assert.match(words, yes);
  assert.match(await answerOnce(page), yes);
  await done();
});

fault('memory ends when the module starts', 'the right answer', async () => {
  const { words, page, done } = await shown(await siteWith(), {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        WebAssembly.Instance = function () {
          throw new RangeError('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance');
        };
      }),
  });
  assert.match(words, yes);
  assert.match(await answerOnce(page), yes);
  await done();
});

fault('the module traps in the middle of a question', 'the right answer, and the next one too', async () => {
  const { words, page, done } = await shown(await siteWith(), { before: trapping });
  assert.match(words, yes);
  await page.evaluate(() => (globalThis.trapsLeft = 1));
  assert.match(await answerOnce(page), yes);
  assert.equal(await page.evaluate(() => globalThis.trapsLeft), 0);
  await done();
});

fault('the module traps, and its fresh copy runs out of memory', 'the kind sentence; “Try again” works', async () => {
  const { words, page, done } = await shown(await siteWith(), { before: trapping });
  assert.match(words, yes);
  await page.evaluate(() => (globalThis.trapsLeft = 2));
  assert.match(await answerOnce(page), sorry);
  assert.equal(await page.evaluate(() => globalThis.trapsLeft), 0);
  await (await page.waitForSelector('return-page >>> button.main')).click();
  await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page').shadowRoot.querySelector('answer-card').headline.lead));
  await done();
});

fault('WebAssembly is blocked by a policy', 'the right answer', async () => {
  const allows = " 'wasm-unsafe-eval'";
  assert.ok(policy.includes(allows));
  const body = readFileSync(`${folder}/index.html`, 'utf8').replaceAll(allows, '');
  const { words, done } = await shown(await siteWith((name) => (name === 'index.html' ? { body, type: 'text/html; charset=utf-8' } : null), allows));
  assert.match(words, yes);
  await done();
});

fault('files are kept half old and half new', 'the right answer: an engine of another edition is not asked', async () => {
  const { page, done } = await shown(await siteWith());
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(
    async (bytes) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          if (request.url.includes('.engine.')) await cache.put(request, new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/javascript' } }));
      }
    },
    [...flipped],
  );
  await page.reload();
  await answered(page);
  assert.match(await cardText(page), yes);
  await done();
});

fault('the last release’s service worker is in charge', '“New rules available”, and the right answer before and after', async () => {
  const last = readFileSync(new URL('fixtures/last-release-sw.js', import.meta.url), 'utf8');
  let old = true;
  // What that release kept is not there any more: it is given something in its place.
  const site = await siteWith((name) => {
    if (!old) return null;
    if (name === 'sw.js') return { body: last, type: 'text/javascript' };
    return site.files.includes(name) ? null : { body: '/* old */', type: 'text/javascript' };
  });
  const { page, words, done } = await shown(site);
  assert.match(words, yes);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  old = false;
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((kept) => kept.update()));
  const use = await page.waitForSelector('.update button');
  assert.match(await cardText(page), yes);
  await Promise.all([page.waitForNavigation(), use.click()]);
  await answered(page);
  assert.match(await cardText(page), yes);
  await done();
});

fault('a browser without one of the features that the page needs', 'it says that a newer browser is needed, and where the date is', async () => {
  const site = await siteWith((name) => (name.endsWith('.js') && !name.includes('sw') ? { body: 'let this be nothing that an old browser reads', type: 'text/javascript' } : null));
  const { page, context } = await visitor();
  await page.goto(site.url + '#reason=damaged');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.before p')).visibility === 'visible');
  assert.match(await page.evaluate(() => document.body.innerText), /needs JavaScript and a browser of the last few years.*your order page has the date/s);
  await context.close();
});
