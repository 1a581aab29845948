// A reader on a blogger's page: what the browser asks for, what moves, and what the checkers on it say.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveHost } from './host-page.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

/** What the page for authors hands out. */
export async function snippets() {
  const file = join(mkdtempSync(join(tmpdir(), 'returnable-snippets-')), 'snippets.mjs');
  execFileSync(`${web}node_modules/.bin/rolldown`, [`${web}src/snippet/snippets.ts`, '--file', file, '--format', 'esm'], { stdio: 'ignore' });
  return import(file);
}

/** Opens `html` on a host of its own. `answered(n)` waits until the nth checker is the element and no facade. */
export async function visit(browser, html, { policy = null, files = {}, before, width = 390, height = 900 } = {}) {
  const host = await serveHost({ '/': html, ...files }, { policy });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const [faults, said, asked] = [[], [], []];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => (message.type() === 'error' ? faults : said).push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
    globalThis.heard = [];
    for (const type of ['ready', 'verdict']) document.addEventListener(type, (event) => globalThis.heard.push([type, event.detail]));
  });
  if (before) await before(page);
  await page.goto(host.url, { waitUntil: 'load' });
  return { page, host, faults, said, asked, close: () => Promise.all([context.close(), host.close()]) };
}

/** The words of a checker, once the element stands in the place of its facade. `from`: a page or a frame. */
export async function words(from, selector = 'return-checker') {
  await from.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.querySelector('.lead'), {}, selector);
  return from.$eval(selector, (node) => node.shadowRoot.querySelector('.box').innerText.replace(/\s+/g, ' '));
}

/** The sentence in place of a checker, and how high it all is. */
export async function sentence(from, selector = 'return-checker') {
  await from.waitForFunction((name) => document.querySelector(name)?.matches('[data-short]'), {}, selector);
  return from.$eval(selector, (node) => {
    const box = node.shadowRoot.querySelector('.box');
    return { text: box.innerText.replace(/\s+/g, ' ').trim(), link: box.querySelector('a')?.href, height: node.offsetHeight, tiles: box.querySelectorAll('button').length };
  });
}

/** Presses a tile, of the facade or of the element, whichever stands. */
export async function press(from, name, selector = 'return-checker') {
  const find = (host, tile) => document.querySelector(host)?.shadowRoot?.querySelector(`[data-do="${tile}"]`);
  await from.waitForFunction(find, {}, selector, name);
  await from.evaluate((host, tile) => document.querySelector(host).shadowRoot.querySelector(`[data-do="${tile}"]`).click(), selector, name);
}

/** Two taps, and the sentence with its day. */
export async function dated(from, selector = 'return-checker', expected = 'you can send it back') {
  await press(from, 'damaged', selector);
  await press(from, 'yesterday', selector);
  await from.waitForFunction((host, text) => document.querySelector(host).shadowRoot.querySelector('.lead')?.innerText.includes(text), {}, selector, expected);
}
