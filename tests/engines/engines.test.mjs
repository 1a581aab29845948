// The same journey in three engines: the page, the widget on a host under its policy, no network, the keyboard, axe.
// ENGINES=chromium,firefox,webkit chooses; without it all three run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { article, hostPolicy, serveHost } from '../browser/host-page.mjs';
import { serveSite } from '../browser/static-site.mjs';
import { click, engines, wordsOf } from './engines.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chosen = (process.env.ENGINES ?? Object.keys(engines).join(',')).split(',');
const lamp = '#as_of=2026-05-10&reason=damaged&received_on=2026-05-04';

async function violations(engine, theme, dir) {
  await engine.run(
    (theme, dir) => {
      document.documentElement.dir = dir;
      document.documentElement.dataset.theme = theme;
      document.querySelector('return-checker')?.setAttribute('theme', theme);
      return new Promise((done) => setTimeout(done, 300));
    },
    theme,
    dir,
  );
  await engine.inject(axe);
  return engine.run(() =>
    globalThis.axe.run(document, { rules: { region: { enabled: false } } }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)),
  );
}

async function reach(engine, test_, times = 60) {
  for (let i = 0; i < times; i += 1) {
    await engine.press('Tab');
    const at = await engine.run(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node?.dataset?.do ?? node?.dataset?.reason ?? '';
    });
    if (at === test_) return engine.press('Enter');
  }
  return assert.fail(`the Tab key does not reach ${test_}`);
}

for (const name of chosen) {
  test(`${name}: the page, kept, with the server stopped; axe light, dark, right to left`, async () => {
    const site = await serveSite();
    const engine = await engines[name]();
    try {
      await engine.goto(site.url + lamp);
      assert.match(await wordsOf(engine, '.lead'), /Yes, you can send it back\. Open a dispute by Tuesday,? 19 May/);
      for (const [theme, dir] of [['light', 'ltr'], ['dark', 'ltr'], ['light', 'rtl']]) assert.deepEqual(await violations(engine, theme, dir), [], `${theme} ${dir}`);
      await engine.run(() => navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 500))));
      await site.close();
      await engine.reload();
      assert.match(await wordsOf(engine, '.lead'), /Yes, you can send it back\. Open a dispute by Tuesday,? 19 May/);
      assert.deepEqual(engine.faults, []);
    } finally {
      await engine.close();
      await site.close().catch(() => {});
    }
  });

  test(`${name}: the page by keyboard alone`, async () => {
    const site = await serveSite();
    const engine = await engines[name]();
    try {
      await engine.goto(site.url);
      await wordsOf(engine, '[data-reason=damaged]');
      await reach(engine, 'damaged');
      await wordsOf(engine, '[data-day=today]');
      assert.deepEqual(engine.faults, []);
    } finally {
      await engine.close();
      await site.close();
    }
  });

  test(`${name}: the widget on a host under the policy that it asks for, by keyboard; axe`, async () => {
    const site = await serveSite();
    const origin = new URL(site.url).origin;
    const html = article(`<return-checker marketplace="aliexpress"><a href="/x">Check it</a></return-checker><script async src="${site.url}return-checker.js"></script>`);
    const host = await serveHost({ '/': html, '/free': html }, { policy: hostPolicy(origin) });
    const free = await serveHost({ '/': html });
    const engine = await engines[name]();
    try {
      await engine.goto(host.url);
      assert.match(await wordsOf(engine, '.lead'), /Usually yes/);
      await reach(engine, 'damaged');
      await wordsOf(engine, '[data-do=yesterday]');
      await click(engine, '[data-do=yesterday]');
      assert.match(await wordsOf(engine, '.lead'), /Yes, you can send it back/);
      await engine.goto(free.url);
      await wordsOf(engine, '.lead');
      for (const [theme, dir] of [['light', 'ltr'], ['dark', 'rtl']]) assert.deepEqual(await violations(engine, theme, dir), [], `${theme} ${dir}`);
      assert.deepEqual(engine.faults, []);
      assert.deepEqual(site.asked.filter((path) => !/\/(return-checker|widget\/(element|return-checker\.engine|packs\/aliexpress)\.\w{8})\.js$/.test(path)), []);
    } finally {
      await engine.close();
      await Promise.all([host.close(), free.close(), site.close()]);
    }
  });
}
