// The widget where bloggers host it: a plain server that sends no header, other origins, strict policies, versions that stay.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listen, serve } from '../../scripts/static-server.mjs';
import { article, hostPolicy } from './host-page.mjs';
import { siteInChromium } from './open-page.mjs';
import { serveSite, site as folder } from './static-site.mjs';
import { dated, press, sentence, snippets, visit as visitIn, words } from './visit.mjs';

const { site, browser } = await siteInChromium();
const { isLocal, snippet } = await snippets();
const open = [];
after(() => Promise.all(open.map((close) => close().catch(() => {}))));

async function visit(html, options) {
  const all = await visitIn(browser, html, options);
  open.push(all.close);
  return all;
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** `python3 -m http.server` on the built site: no CORS header, no charset. */
async function plainServer() {
  const port = await freePort();
  const child = spawn('/usr/bin/python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '-d', folder], { stdio: 'ignore' });
  open.push(async () => child.kill());
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) {
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
      return url;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('python3 -m http.server did not start');
}
const plain = await plainServer();

const pasted = (more = {}) => snippet({ place: 'html', marketplace: 'aliexpress', language: 'en', home: plain, pinned: null, label: 'Can I send it back?', ...more });
const pinned = (home) => {
  const version = JSON.parse(readFileSync(new URL('../../web/package.json', import.meta.url), 'utf8')).version;
  const integrity = `sha384-${createHash('sha384').update(readFileSync(`${folder}/v/${version}/return-checker.js`)).digest('base64')}`;
  return pasted({ home, pinned: { version, integrity } });
};

test('python3 -m http.server on the site and a blog on another port: the widget answers', async () => {
  const { page, faults } = await visit(article(pasted()));
  await dated(page);
  assert.deepEqual(faults, []);
});

test('the schema of packs stands where its $id says, as editors fetch it, and no reader stores it', async () => {
  const source = readFileSync(new URL('../../core/packs/pack.schema.json', import.meta.url), 'utf8');
  const answer = await fetch(new URL(JSON.parse(source).$id, plain));
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^application\/json/);
  assert.equal(await answer.text(), source);
  const stored = [...readFileSync(`${folder}/sw.js`, 'utf8').matchAll(/url:"([^"]+)"/g)].map(([, path]) => path);
  assert.ok(stored.includes('index.html'));
  assert.deepEqual(stored.filter((path) => path.includes('schema')), []);
});

test('a page in windows-1252 changes neither the words nor the engine', async () => {
  const html = article(pasted({ language: 'fr' })).replace('<meta charset="utf-8">', '<meta charset="windows-1252">');
  const { page, faults } = await visit(html, { before: (page) => page.setRequestInterception(false) });
  await dated(page, 'return-checker', 'Oui');
  assert.match(await words(page), /Réponse complète/);
  assert.deepEqual(faults, []);
});

test('inside a sandboxed srcdoc frame, as site builders use, and in a frame of the site without an origin', async () => {
  const inner = article(pasted()).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frames = `<iframe id="builder" sandbox="allow-scripts" width="380" height="900" srcdoc="${inner}"></iframe>
    <iframe id="embed" sandbox="allow-scripts" width="380" height="900" src="${plain}embed/temu/fr/"></iframe>`;
  const { page, faults } = await visit(article(frames), { height: 2500 });
  await dated(await (await page.waitForSelector('#builder')).contentFrame());
  const embed = await (await page.waitForSelector('#embed')).contentFrame();
  assert.match(await words(embed), /^Puis-je le renvoyer \? Temu /);
  await dated(embed, 'return-checker', 'Temu accepte');
  assert.deepEqual(faults, []);
});

test('a strict host: no style= in the snippet, no console error, nothing moves, though the script comes late', async () => {
  assert.doesNotMatch(pasted(), /style=/);
  for (const width of [360, 700]) {
    const slow = await serveSite({ change: async (name) => (name === 'return-checker.js' ? new Promise((next) => setTimeout(() => next(null), 600)) : null) });
    open.push(slow.close);
    const { page, faults } = await visit(article(pasted({ home: slow.url }), { head: '<link rel="stylesheet" href="/own.css">' }), {
      policy: hostPolicy(new URL(slow.url).origin),
      files: { '/own.css': 'body { font: 18px/1.7 Georgia, serif }' },
      width,
    });
    await words(page);
    await new Promise((next) => setTimeout(next, 300));
    assert.deepEqual(faults, []);
    const moved = await page.evaluate(() => globalThis.shift);
    console.log(`# layout shift at ${width} px: ${moved}`);
    assert.ok(moved <= 0.001, `${moved}`);
  }
});

test('a further file that does not come: one sentence with a link, at the height of a sentence', async () => {
  const broken = await serveSite({ change: (name) => (/^widget\/element/.test(name) ? { status: 404, body: '' } : null) });
  open.push(broken.close);
  const { page } = await visit(article(pasted({ home: broken.url })));
  const { text, link, height, tiles } = await sentence(page);
  assert.equal(text, 'We can’t work this out here. Your order page has the date. Check it on the full page');
  assert.equal(link, broken.url);
  assert.equal(tiles, 0);
  assert.ok(height < 200, `${height} px`);
  assert.equal(await page.$eval('return-checker > a', (node) => node.checkVisibility()), true);
});

test('a script that never comes leaves no hole: after nine seconds the room is given back', { timeout: 30_000 }, async () => {
  const { page } = await visit(article(pasted().replace('return-checker.js', 'nothing.js')));
  const room = () => page.evaluate(() => document.querySelector('#below').offsetTop - document.querySelector('#above').offsetTop);
  assert.ok((await room()) > 600);
  await page.waitForFunction(() => document.querySelector('#below').offsetTop - document.querySelector('#above').offsetTop < 120, { timeout: 15_000 });
});

test('pinned: the browser checks each further file by its hash, and refuses one that was changed', async () => {
  const whole = await serveSite();
  open.push(whole.close);
  const good = await visit(article(pinned(whole.url)));
  await dated(good.page);
  const checked = await good.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/widget/')));
  assert.ok(checked.some((name) => name.includes('/widget/hashes.')), checked.join());

  for (const which of ['element', 'hashes', 'return-checker.engine', 'packs/aliexpress']) {
    const evil = await serveSite({
      change: (name) => (name.includes(`/widget/${which}.`) ? { body: `${readFileSync(`${folder}/${name}`, 'utf8')};globalThis.ran=true;`, type: 'text/javascript' } : null),
    });
    open.push(evil.close);
    const { page } = await visit(article(pinned(evil.url)));
    // The engine has a second form in plain JavaScript, which is whole.
    if (which === 'return-checker.engine') await words(page);
    else assert.match((await sentence(page)).text, /^We can’t work this out here/);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined, which);
  }
});

test('two releases built in turn: both answer, each with its own fingerprint', { timeout: 180_000 }, async () => {
  const work = mkdtempSync(join(tmpdir(), 'returnable-releases-'));
  const web = fileURLToPath(new URL('../../web/', import.meta.url));
  const list = `${work}/released.json`;
  const build = (version, target) => execFileSync('node', ['scripts/build.mjs', '--site', `${work}/${target}`, '--version', version, '--released', list], { cwd: web, stdio: 'pipe' });
  const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
  try {
    writeFileSync(list, '{}');
    build('7.0.0', 'first');
    const old = integrityOf(`${work}/first/v/7.0.0/return-checker.js`);
    mkdirSync(`${work}/archive`);
    cpSync(`${work}/first/v/7.0.0`, `${work}/archive/7.0.0`, { recursive: true });
    writeFileSync(list, JSON.stringify({ '7.0.0': old }));
    build('7.1.0', 'second');
    const server = serve(`${work}/second`);
    const port = await listen(server, '127.0.0.1', 0, 0);
    open.push(async () => server.close());
    for (const version of ['7.0.0', '7.1.0']) {
      const integrity = integrityOf(`${work}/second/v/${version}/return-checker.js`);
      if (version === '7.0.0') assert.equal(integrity, old);
      const { page, faults } = await visit(article(pasted({ home: `http://127.0.0.1:${port}/`, pinned: { version, integrity } })));
      await dated(page);
      assert.deepEqual(faults, []);
    }
    // One that was changed in the archive, or is missing there, fails the build.
    writeFileSync(`${work}/archive/7.0.0/return-checker.js`, '// changed');
    assert.throws(() => build('7.1.0', 'third'), /may never change/);
    rmSync(`${work}/archive/7.0.0`, { recursive: true });
    assert.throws(() => build('7.1.0', 'third'), /is missing/);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

test('without SITE_URL nothing says localhost: no oEmbed, no og:url; the page for authors warns', async () => {
  const page = readFileSync(`${folder}/index.html`, 'utf8') + readFileSync(`${folder}/embed/temu/fr/index.html`, 'utf8');
  assert.doesNotMatch(page, /localhost|oembed|og:url|og:image|__SITE_URL__/);
  assert.equal(existsSync(`${folder}/embed/oembed.json`), false);
  const author = await browser.newPage();
  await author.goto(`${site.url}snippet/`);
  await author.waitForSelector('>>> [data-warn=local]');
  await author.$eval('>>> #place', (select) => ((select.value = 'wordpress_com'), select.dispatchEvent(new Event('change'))));
  await author.waitForSelector('>>> [data-warn=address]');
  await author.close();
  for (const local of ['http://localhost:8080/', 'http://127.0.0.1/', 'http://192.168.1.4/', 'http://nas.local/', 'http://[::1]:8080/', 'file:///tmp/x/']) assert.ok(isLocal(local), local);
  for (const known of ['https://returns.example/', 'https://blog.example.co.uk/a/', 'https://8.8.8.8/']) assert.ok(!isLocal(known), known);
});

test('with SITE_URL every frame has oEmbed files of its own: Temu in French stays Temu in French', { timeout: 120_000 }, async () => {
  const work = mkdtempSync(join(tmpdir(), 'returnable-address-'));
  try {
    const web = fileURLToPath(new URL('../../web/', import.meta.url));
    execFileSync('node', ['scripts/build.mjs', '--site', work], { cwd: web, env: { ...process.env, SITE_URL: 'https://returns.example' }, stdio: 'pipe' });
    const address = pasted({ place: 'wordpress_com', marketplace: 'temu', language: 'fr', home: 'https://returns.example/' });
    assert.equal(address, 'https://returns.example/embed/temu/fr/');
    const page = readFileSync(`${work}/embed/temu/fr/index.html`, 'utf8');
    assert.match(page, /<link rel="alternate" type="application\/json\+oembed" title="Puis-je le renvoyer\s\? Temu" href="https:\/\/returns\.example\/embed\/temu\/fr\/oembed\.json"/);
    const { html, title } = JSON.parse(readFileSync(`${work}/embed/temu/fr/oembed.json`, 'utf8'));
    assert.match(title, /^Puis-je le renvoyer\s\? Temu$/);
    assert.match(html, /src="https:\/\/returns\.example\/embed\/temu\/fr\/"/);
    assert.match(readFileSync(`${work}/index.html`, 'utf8'), /og:url" content="https:\/\/returns\.example\/"/);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

test('the pages on privacy, hosting and theming: no console error, five examples that answer', async () => {
  for (const name of ['privacy', 'hosting', 'theming']) {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${site.url}${name}/`);
    const dead = await page.$$eval('a', (links) => links.map(({ href }) => href).filter((href) => href.startsWith('http')));
    for (const link of dead) assert.equal((await fetch(link)).status, 200, link);
    if (name === 'theming') {
      assert.equal((await page.$$('return-checker')).length, 5);
      for (const checker of await page.$$('return-checker')) {
        await checker.scrollIntoView();
        await checker.evaluate(async (node) => {
          while (!node.shadowRoot?.querySelector('.lead')) await new Promise((next) => setTimeout(next, 50));
        });
      }
      await press(page, 'damaged', '#parts');
    }
    assert.deepEqual(faults, [], name);
    await page.close();
  }
});
