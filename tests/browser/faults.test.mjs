// Faults of files, engine and clock, each provoked in a real Chromium: within five seconds the right answer or a plain
// sentence, nothing red in the console but the browser's own note of a failed fetch, and the page works after it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { cardText, openPage, pageText, settle, startChromium } from './open-page.mjs';
import { policy, serveSite, site as folder } from './static-site.mjs';

const browser = await startChromium();
after(() => browser.close());
const lamp = '#as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
const yes = /Yes, you can send it back\. Ask by Tuesday 19 May/;
const sorry = /We can’t work this out\. Your order page has the date\./;

const wasmName = (await serveSite().then(async (one) => (await one.close(), one.files))).find((name) => name.endsWith('.wasm'));
const wasm = readFileSync(`${folder}/${wasmName}`);
const flipped = Buffer.from(wasm);
flipped[Math.floor(wasm.length / 2)] ^= 16;

/** Opens the page with something wrong and gives what the shopper reads, at the latest after five seconds. */
async function shown(site, { before, hash = lamp } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !/Failed to load resource|Content Security Policy|Refused to/.test(message.text()) && faults.push(message.text()));
  await page.setCacheEnabled(false);
  if (before) await before(page);
  const began = Date.now();
  await page.goto(site.url + hash, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(
    () => /^(?!.*…$).+/.test(document.querySelector('return-page')?.shadowRoot?.querySelector('answer-card')?.headline?.lead ?? ''),
    { timeout: 8000 },
  );
  const words = await cardText(page);
  return { page, faults, words, took: Date.now() - began, close: () => context.close() };
}

const files = [
  ['the engine’s file missing', { status: 404, body: '' }],
  ['truncated', { body: wasm.subarray(0, 20_000) }],
  ['with one bit turned', { body: flipped }],
  ['hanging for ever', { hang: true }],
  ['HTML in its place', { body: '<!doctype html>', type: 'text/html' }],
  ['an error of the server', { status: 503, body: 'later' }],
  ['of the wrong type', { body: wasm, type: 'text/plain' }],
  ['empty', { body: '' }],
];
for (const [what, fault] of files) {
  test(`the engine’s file ${what.replace('the engine’s file ', '')}: plain JavaScript gives the right answer`, async () => {
    const site = await serveSite({ change: (name) => (name.endsWith('.wasm') ? fault : null) });
    const { words, faults, took, page, close } = await shown(site);
    assert.match(words, yes);
    assert.ok(took < 5000, `${took} ms`);
    assert.deepEqual(faults, []);
    await (await page.waitForSelector('>>> [data-answer=no]')).click();
    await settle(page);
    assert.match(await cardText(page), yes);
    await close();
    await site.close();
  });
}

for (const [what, fault] of [['missing', { status: 404, body: '' }], ['hanging', { hang: true }]]) {
  test(`both engines ${what}: a plain sentence and a way on, and it works once they are back`, async () => {
    let on = true;
    const site = await serveSite({ change: (name) => (on && (name.endsWith('.wasm') || name.includes('.plain.')) ? fault : null) });
    const { words, faults, took, page, close } = await shown(site);
    assert.match(words, sorry);
    assert.ok(took < 5600, `${took} ms`);
    on = false;
    await (await page.waitForSelector('>>> .ask .main')).click();
    await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page').shadowRoot.querySelector('answer-card').headline.lead));
    assert.match(await cardText(page), yes);
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });
}

const inside = [
  ['WebAssembly absent', (page) => page.evaluateOnNewDocument(() => delete globalThis.WebAssembly)],
  [
    'out of memory when the module starts',
    (page) =>
      page.evaluateOnNewDocument(() => {
        WebAssembly.Instance = function () {
          throw new RangeError('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance');
        };
      }),
  ],
  [
    'a trap in the first question of all, and memory that ends in the next',
    (page) =>
      page.evaluateOnNewDocument(() => {
        const { Instance } = WebAssembly;
        let left = 2;
        WebAssembly.Instance = function (...given) {
          const real = new Instance(...given);
          const exports = {};
          for (const [name, thing] of Object.entries(real.exports)) {
            exports[name] =
              typeof thing !== 'function'
                ? thing
                : (...args) => {
                    if (globalThis.trapNow && left > 0) {
                      left -= 1;
                      throw left === 1 ? new WebAssembly.RuntimeError('unreachable') : new RangeError('out of memory');
                    }
                    return thing(...args);
                  };
          }
          return { exports };
        };
      }),
  ],
];
for (const [what, before] of inside) {
  test(`${what}: the right answer, and the next one too`, async () => {
    const site = await serveSite();
    const { words, faults, page, close } = await shown(site, { before });
    assert.match(words, yes);
    await page.evaluate(() => (globalThis.trapNow = true));
    await (await page.waitForSelector('>>> [data-answer=no]')).click();
    await settle(page);
    assert.match(await cardText(page), yes);
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });
}

test('WebAssembly forbidden by the policy: plain JavaScript answers', async () => {
  const page = readFileSync(`${folder}/index.html`, 'utf8').replaceAll(" 'wasm-unsafe-eval'", '');
  const site = await serveSite({ change: (name) => (name === 'index.html' ? { body: page, type: 'text/html; charset=utf-8' } : null) });
  assert.ok(policy.includes('wasm-unsafe-eval'));
  const { words, close } = await shown(site);
  assert.match(words, yes);
  await close();
  await site.close();
});

test('kept half old and half new: an engine of another edition in the cache is not asked', async () => {
  const site = await serveSite();
  const { page, close } = await shown(site);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(
    async (bytes) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          if (request.url.includes('.wasm')) await cache.put(request, new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/wasm' } }));
      }
    },
    [...flipped],
  );
  await page.reload();
  await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page')?.shadowRoot?.querySelector('answer-card')?.headline?.lead ?? ''));
  assert.match(await cardText(page), yes);
  await close();
  await site.close();
});

test('the last release’s service worker gives way when it is asked to', async () => {
  const fixture = readFileSync(new URL('fixtures/last-release-sw.js', import.meta.url), 'utf8');
  let old = true;
  // What that release kept is not there any more: it is given something in its place.
  const site = await serveSite({
    change: (name) => (!old ? null : name === 'sw.js' ? { body: fixture, type: 'text/javascript' } : site.files.includes(name) ? null : { body: '/* old */', type: 'text/javascript' }),
  });
  const { page, words, close } = await shown(site);
  assert.match(words, yes);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  old = false;
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((kept) => kept.update()));
  await (await page.waitForSelector('.update button')).click();
  await page.waitForNavigation();
  assert.match(await cardText(page), yes);
  await close();
  await site.close();
});

for (const [what, get] of [
  ['denied', () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } })],
  ['full', () => (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })],
]) {
  test(`storage ${what}: the answer stands, and keeping says plainly that it did not work`, async () => {
    const site = await serveSite();
    const { page, words, faults, close } = await shown(site, { before: (page) => page.evaluateOnNewDocument(get) });
    assert.match(words, yes);
    await (await page.waitForSelector('>>> [data-save=keep]')).click();
    await settle(page);
    assert.match(await pageText(page), /not kept|could not|cannot keep|keeps nothing|no room|didn’t|won’t let/i);
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });
}

test('two tabs keeping at once: both returns are there', async () => {
  const site = await serveSite();
  const context = await browser.createBrowserContext();
  const tabs = [];
  for (const reason of ['damaged', 'wrong_item']) {
    const page = await context.newPage();
    await page.goto(site.url + lamp.replace('damaged', reason));
    await page.waitForSelector('>>> [data-save=keep]');
    tabs.push(page);
  }
  for (const page of tabs) {
    await page.bringToFront();
    await (await page.$('>>> [data-save=keep]')).click();
    await settle(page);
  }
  const kept = await tabs[0].evaluate(() => JSON.parse(localStorage.getItem('returnable.kept.v1')).map((one) => one.answers.facts.reason));
  assert.deepEqual(kept, ['damaged', 'wrong_item']);
  assert.match(await pageText(tabs[0]), /Wrong item/);
  await context.close();
  await site.close();
});

/** A clock that can be set; `at` in local time of the page. */
const clock = (at) => (page) =>
  page.evaluateOnNewDocument((start) => {
    const began = performance.now();
    const { Date: Real } = globalThis;
    globalThis.setClock = (text) => (start = text);
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : [new Real(start).getTime() + (performance.now() - began)]));
      }
      static now() {
        return new Real(start).getTime();
      }
    };
  }, at);

test('a clock ten years off: an answer for that day, and no crash', async () => {
  const site = await serveSite();
  for (const at of ['2016-11-23T12:00:00', '2036-11-23T12:00:00']) {
    const { page, faults, close } = await shown(site, { before: clock(at), hash: '' });
    await (await page.waitForSelector('>>> [data-reason=damaged]')).click();
    await (await page.waitForSelector('>>> [data-day=today]')).click();
    await settle(page);
    assert.match(await cardText(page), /Yes, you can send it back\. Ask by \w+ 8 December/);
    assert.deepEqual(faults, []);
    await close();
  }
  await site.close();
});

test('midnight passes while the page is open: the answer is for the new day', async () => {
  const site = await serveSite();
  const { page, close } = await shown(site, { before: clock('2026-05-10T23:59:00'), hash: '#reason=damaged&received_on=2026-05-04' });
  assert.match(await cardText(page), /9 days left/);
  await page.evaluate(() => {
    globalThis.setClock('2026-05-11T00:01:00');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await settle(page);
  assert.match(await cardText(page), /8 days left/);
  await close();
  await site.close();
});

test('nights on which the clock is turned: today, yesterday and the last day are civil days', async () => {
  const site = await serveSite();
  const nights = [
    ['America/Santiago', '2026-09-06T03:30:00Z', '2026-09-05', '20 September'],
    ['America/Santiago', '2026-09-06T04:30:00Z', '2026-09-06', '21 September'],
    ['America/Los_Angeles', '2026-03-08T10:30:00Z', '2026-03-08', '23 March'],
    ['America/Los_Angeles', '2026-11-01T09:30:00Z', '2026-11-01', '16 November'],
    ['Pacific/Apia', '2026-05-10T11:30:00Z', '2026-05-11', '26 May'],
    ['Pacific/Kiritimati', '2026-05-10T11:30:00Z', '2026-05-11', '26 May'],
    ['Asia/Kathmandu', '2026-05-10T18:20:00Z', '2026-05-11', '26 May'],
  ];
  for (const [zone, at, today, last] of nights) {
    const before = async (page) => {
      await page.emulateTimezone(zone);
      await clock(at)(page);
    };
    const { page, faults, close } = await shown(site, { before, hash: '' });
    await (await page.waitForSelector('>>> [data-reason=damaged]')).click();
    await (await page.waitForSelector('>>> [data-day=today]')).click();
    await settle(page);
    assert.match(page.url(), new RegExp(`received_on=${today}`), zone);
    assert.match(await cardText(page), new RegExp(`Ask by \\w+ ${last}`), zone);
    assert.deepEqual(faults, []);
    await close();
  }
  await site.close();
});
