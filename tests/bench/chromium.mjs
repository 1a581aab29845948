// In Chromium, unthrottled and as on a phone of some years ago (4x CPU throttle): a check, a sweep of a year, and how
// long the widget takes from its script until it can be asked.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { listen, serve } from '../../scripts/static-server.mjs';
import { startChromium } from '../browser/open-page.mjs';
import { at, compare, median, quantile } from './measure.mjs';

const rates = [1, 4];
const speed = (rate) => (rate === 1 ? 'unthrottled' : `${rate}x throttle`);

async function inChromium(work) {
  const folder = at('build/bench');
  mkdirSync(folder, { recursive: true });
  cpSync(at('tests/bench/in-page'), folder, { recursive: true });
  cpSync(at('tests/bench/reference.mjs'), `${folder}/reference.js`);
  const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><body>${body}`;
  writeFileSync(`${folder}/start.html`, page('<return-checker marketplace="aliexpress"></return-checker><script src="start.js"></script>'));
  writeFileSync(`${folder}/checks.html`, page('<script type="module" src="checks.js"></script>'));
  const server = serve(at('build'));
  const home = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0, 0)}/bench/`;
  const browser = await startChromium();
  // Nothing is remembered from one opening to the next.
  const open = async (address, rate) => {
    const context = await browser.createBrowserContext();
    const opened = await context.newPage();
    const faults = [];
    opened.on('pageerror', (error) => faults.push(String(error)));
    await (await opened.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate });
    await opened.goto(home + address);
    return { page: opened, faults, close: () => context.close() };
  };
  try {
    return await work(open, await browser.version());
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function checks(open, rate, { rounds, ms, sweeps }) {
  const { page, faults, close } = await open('checks.html', rate);
  await page.evaluate(() => globalThis.ready);
  if (faults.length > 0) throw new Error(faults.join('; '));
  const slice = (name) => (time) => page.evaluate((work, given) => globalThis[work](given), name, time);
  const [first] = await slice('sweeps')(1);
  for (const name of ['byHand', 'check']) await slice(name)(ms * 4);
  const found = await compare({ slice: slice('byHand') }, [async (time) => ({ check: await slice('check')(time) })], { rounds, ms });
  const years = await slice('sweeps')(sweeps);
  await close();
  return { speed: speed(rate), by_hand: found.by_hand, check: found.check, first_sweep: first, sweep: median(years), slow_sweep: quantile(years, 0.95) };
}

export async function chromium({ quick }) {
  const effort = quick ? { rounds: 7, ms: 40, sweeps: 40 } : { rounds: 25, ms: 60, sweeps: 200 };
  const { rows, version } = await inChromium(async (open, version) => {
    const rows = [];
    for (const rate of rates) rows.push(await checks(open, rate, effort));
    return { rows, version };
  });
  return {
    version, rows,
    targets: [{ what: 'a sweep of 366 days in one frame, Chromium, unthrottled', most: 16, unit: 'ms', measured: rows[0].sweep }],
  };
}

/** The widget's entry is a classic script, the empty module a module. */
const started = { widget: 'script=../site/return-checker.js', empty: 'module=empty.js' };

export async function start({ quick }) {
  const rounds = quick ? 5 : 15;
  const rows = await inChromium(async (open) => {
    const rows = [];
    for (const rate of rates) {
      const times = { widget: [], empty: [] };
      for (let round = 0; round <= rounds; round += 1) {
        for (const [name, query] of Object.entries(started)) {
          const { page, faults, close } = await open(`start.html?${query}`, rate);
          const result = await page.evaluate(() => globalThis.result);
          await close();
          if (faults.length > 0 || result.text.length < 5) throw new Error(`${name} showed "${result.text}" ${faults.join('; ')}`);
          if (round > 0) times[name].push(result); // the first round warms the browser's own files
        }
      }
      for (const [name, all] of Object.entries(times)) {
        const shown = all.map((one) => one.shown);
        rows.push({ speed: speed(rate), rate, name, answered: median(all.map((one) => one.answered)), shown: median(shown), quarter: [quantile(shown, 0.25), quantile(shown, 0.75)] });
      }
    }
    return rows;
  });
  const slow = Object.fromEntries(rows.filter(({ rate }) => rate === 4).map((row) => [row.name, row]));
  return {
    rows,
    targets: [
      {
        what: `the widget's first question on the screen under 4x throttle, to the empty Embind module's answer, median of ${rounds}`,
        most: 3, unit: 'times', measured: slow.widget.shown / slow.empty.shown,
      },
    ],
  };
}
