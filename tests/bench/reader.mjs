// What a reader on a slow phone feels: Chromium with a 4x CPU throttle, 1.6 Mbps, 150 ms, files sent with brotli. It taps the first
// tile as soon as there is one, then "Yesterday", and waits for the sentence. Beside it, in the same run and alternating, an older
// edition of the site, where one is given.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileFor, headersOf, listen } from '../../scripts/static-server.mjs';
import { startChromium } from '../browser/open-page.mjs';
import { at, median, quantile } from './measure.mjs';

const packed = /^\.(css|html|js|json|svg|wasm|webmanifest)$/;
const network = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 };
const phone = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** A folder, each file compressed once. */
async function compressed(folder) {
  const bodies = new Map();
  const bodyOf = (file) => {
    if (!bodies.has(file)) {
      const bytes = readFileSync(file);
      bodies.set(file, packed.test(extname(file)) ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : bytes);
    }
    return bodies.get(file);
  };
  const server = createServer((request, response) => {
    const file = fileFor(folder, request.url);
    if (!file) return void response.writeHead(404).end();
    const coding = packed.test(extname(file)) ? { 'Content-Encoding': 'br' } : {};
    response.writeHead(200, { ...headersOf(file), ...coding }).end(bodyOf(file));
  });
  const url = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0, 0)}/`;
  return { url, close: () => (server.closeAllConnections(), server.close()) };
}

/** In the page: taps what there is to tap, and notes when. */
function tapper() {
  const times = (globalThis.times = { blocked: 0 });
  const find = (selector, root = document) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.matches(selector)) return node;
      const inner = node.shadowRoot && find(selector, node.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (!times.shown || startTime < times.shown) times.blocked += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') times.painted = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  let next = 0;
  // A tap that nothing answers is repeated, as a reader does; it is the last of them that counts.
  const tap = (name, node) => {
    if (performance.now() < next || !node?.offsetWidth) return;
    times[name] = performance.now();
    next = times[name] + 500;
    node.click();
  };
  const look = () => {
    const day = find('[data-day=yesterday]');
    if (/^\s*Yes\b/.test(find('.card')?.innerText ?? '')) {
      // Shown once the frame after this one begins.
      return requestAnimationFrame(() => (times.shown = performance.now()));
    }
    if (day && !times.day) next = 0;
    if (day) tap('day', day);
    else tap('tiles', find('[data-reason=damaged]'));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function visit(browser, url, rate) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  let bytes = 0, asked = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    asked += 1;
  });
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.setViewport(phone);
  await page.evaluateOnNewDocument(tapper);
  await page.goto(url, { waitUntil: 'commit' }).catch(() => page.goto(url));
  // An edition that gives up, as after its time limits, has no answer.
  await page.waitForFunction(() => globalThis.times?.shown, { timeout: 20_000, polling: 100 }).catch(() => {});
  const here = { bytes, asked };
  await new Promise((done) => setTimeout(done, 200)); // long tasks are reported after they have ended
  const times = await page.evaluate(() => globalThis.times);
  await context.close();
  const { painted, tiles, day, blocked, shown = Infinity } = times;
  return { kb: here.bytes / 1024, files: here.asked, painted, tiles, answer: shown, wait: shown - day, blocked };
}

export async function reader({ quick, beside }) {
  const rounds = quick ? 3 : 5;
  const editions = [['this build', at('build/site')], ...(beside ? [['beside', beside]] : [])];
  const browser = await startChromium();
  const version = await browser.version();
  const visits = Object.fromEntries(editions.map(([name]) => [name, []]));
  const sites = [];
  for (const [name, folder] of editions) sites.push([name, await compressed(join(folder))]);
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, site] of sites) {
        const one = await visit(browser, site.url, 4);
        if (round > 0) visits[name].push(one); // the first round warms the browser's own files, and compresses ours
      }
    }
  } finally {
    await browser.close();
    for (const [, site] of sites) site.close();
  }
  const rows = editions.map(([name]) => ({ name, ...mid(visits[name]) }));
  const [own, old] = rows;
  const part = (what, value) => ({ what: `${what}, to the older edition's`, most: 0.4, unit: 'times', measured: value });
  const targets = old
    ? [part('tiles can be tapped', own.tiles / old.tiles), part('first answer', own.answer / old.answer), part('blocking time', own.blocked / old.blocked)]
    : [];
  return { version, rounds, rows, targets };
}

/** The median of each figure, and the quartiles of the first answer. */
function mid(all) {
  const of = (name) => all.map((one) => one[name]);
  return { ...Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(of(name))])), quarter: [quantile(of('answer'), 0.25), quantile(of('answer'), 0.75)] };
}
