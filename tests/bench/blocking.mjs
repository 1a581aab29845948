// How long a host's page is blocked before a reader comes near an element far down in it, at 4x CPU throttle: the page with
// nothing, with the widget, and with two other elements that wait for their reader. The files come from another origin.
import { listen, serve } from '../../scripts/static-server.mjs';
import { article, serveHost } from '../browser/host-page.mjs';
import { startChromium } from '../browser/open-page.mjs';
import { at, median, quantile } from './measure.mjs';

const rate = 4;
const quiet = 2500; // milliseconds after the page has loaded; what still runs then is over soon after

/** What a blogger pastes, by name. */
const pasted = (site, peers) => ({
  'nothing': '',
  'return-checker': `<return-checker marketplace="aliexpress"><a href="/x">Check it</a></return-checker><script async src="${site}return-checker.js"></script>`,
  'lite-youtube-embed': `<link rel="stylesheet" href="${peers}lite-youtube-embed/src/lite-yt-embed.css"><lite-youtube videoid="ogfYd705cRs"></lite-youtube>
    <script async src="${peers}lite-youtube-embed/src/lite-yt-embed.js"></script>`,
  'emoji-picker-element': `<emoji-picker data-source="${peers}emoji-picker-element-data/en/emojibase/data.json"></emoji-picker>
    <script type="module" src="${peers}emoji-picker-element/index.js"></script>`,
});

/** An article of some length, and what was pasted thirty screens down. */
const page = (middle) => article(`${'<p>Words of a guide that go on for a while, as guides do.</p>'.repeat(300)}<div style="height: 20000px"></div>${middle}`, { head: '<link rel="icon" href="data:,">' });

async function serving(folder) {
  const server = serve(at(folder));
  const url = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0, 0)}/`;
  return { url, close: () => (server.closeAllConnections(), server.close()) };
}

/** Milliseconds beyond fifty of each long task, and those that the main thread worked in all. */
async function visit(browser, url) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const faults = [];
  tab.on('pageerror', (error) => faults.push(String(error)));
  await tab.setRequestInterception(true);
  tab.on('request', (request) => (request.url().startsWith('http://127.0.0.1:') ? request.continue() : request.abort()));
  const session = await tab.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await tab.evaluateOnNewDocument(() => {
    globalThis.blocked = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (globalThis.blocked += duration - 50))).observe({ type: 'longtask', buffered: true });
  });
  await tab.goto(url, { waitUntil: 'load' });
  await new Promise((next) => setTimeout(next, quiet));
  const { metrics } = await session.send('Performance.getMetrics');
  const blocked = await tab.evaluate(() => globalThis.blocked);
  await context.close();
  if (faults.length > 0) throw new Error(`${url}: ${faults.join('; ')}`);
  return { blocked, busy: metrics.find(({ name }) => name === 'TaskDuration').value * 1000 };
}

export async function blocking({ quick }) {
  const rounds = quick ? 5 : 15;
  const [site, peers] = [await serving('build/site'), await serving('tests/bench/node_modules')];
  const subjects = pasted(site.url, peers.url);
  const names = Object.keys(subjects);
  const host = await serveHost(Object.fromEntries(names.map((name) => [`/${name}`, page(subjects[name])])));
  const browser = await startChromium();
  const found = Object.fromEntries(names.map((name) => [name, []]));
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const name of names) {
        const one = await visit(browser, `${host.url}${name}`);
        if (round > 0) found[name].push(one); // the first round warms the browser's own files
      }
    const more = (name, what) => found[name].map((one, round) => one[what] - found.nothing[round][what]);
    const rows = names.map((name) => ({
      name, blocked: median(found[name].map(({ blocked }) => blocked)), busy: median(found[name].map(({ busy }) => busy)),
      more: median(more(name, 'blocked')), more_busy: median(more(name, 'busy')), quarter: [0.25, 0.75].map((part) => quantile(more(name, 'blocked'), part)),
    }));
    const widget = rows.find(({ name }) => name === 'return-checker');
    return {
      version: await browser.version(), rows,
      targets: [{ what: `total blocking time that the widget adds to its host's page at ${rate}x throttle before a reader is near, median of ${rounds}`, most: 20, unit: 'ms', measured: widget.more }],
    };
  } finally {
    await browser.close();
    await host.close();
    site.close();
    peers.close();
  }
}
