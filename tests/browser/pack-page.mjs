// The page that writes policies, as its author uses it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { desktop, settle } from './open-page.mjs';

export const program = fileURLToPath(new URL('../../build/native/returnable', import.meta.url));
/** What the native program answers with the pack of that file. */
export const native = (path, given) => JSON.parse(execFileSync(program, ['check', '--pack', path], { input: JSON.stringify(given) }));

/** In the page: the first element of that selector, through all shadow roots. */
function inPage() {
  globalThis.deep = (selector, root = document) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.matches(selector)) return node;
      const inner = node.shadowRoot && globalThis.deep(selector, node.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  globalThis.longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (globalThis.longest = Math.max(globalThis.longest, duration)))).observe({ type: 'longtask', buffered: true });
}

/** Opens /pack/ in a context of its own. `asked` fills with the addresses that were requested. */
export async function openPack(browser, site, { viewport = desktop, dark = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const [faults, asked] = [[], []];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && faults.push(message.text()));
  page.on('request', (request) => request.url().startsWith('blob:') || asked.push(request.url()));
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.evaluateOnNewDocument(inPage);
  await page.goto(`${site.url}pack/`);
  return { page, faults, asked, ...hands(page), close: () => context.close() };
}

/** Opens /pack/ and begins with that template. */
export async function openTemplate(browser, site, name, options) {
  const pack = await openPack(browser, site, options);
  await pack.press(`[data-template="${name}"]`);
  await pack.checked();
  return pack;
}

function hands(page) {
  const find = async (selector) => (await page.waitForFunction((wanted) => globalThis.deep(wanted), {}, selector)).asElement();
  const press = async (selector) => {
    await (await find(selector)).evaluate((node) => node.click());
    await settle(page);
  };
  /** Fills a field as typing would. */
  const fill = async (selector, value) => {
    await (await find(selector)).evaluate((node, text) => {
      node.value = text;
      node.dispatchEvent(new Event('input', { bubbles: true }));
      node.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
    await settle(page);
  };
  /** Waits until the policy has been checked as it stands now. */
  const checked = () =>
    page.waitForFunction(() => {
      const root = globalThis.deep('pack-page').shadowRoot;
      return !root.querySelector('sample-answer').old && root.querySelector('.state').dataset.state;
    });
  /** What is read there; of an element with a shadow root, what stands in it. */
  const text = async (selector) =>
    (await find(selector)).evaluate((node) => [...(node.shadowRoot?.children ?? [node])].map((one) => (one.matches('style') ? '' : one.innerText)).join(' ').replace(/\s+/g, ' ').trim());
  const json = async () => (await find('json-editor')).evaluate((node) => node.value);
  /** Selects what is there and puts something else in, as the keyboard of a phone does: without what the editor adds to single keys. */
  const type = async (before, after) => {
    const place = (await json()).indexOf(before);
    await (await find('json-editor')).evaluate((node, from, to) => node.show(from, to), place, place + before.length);
    await page.keyboard.press('Backspace');
    await page.keyboard.sendCharacter(after);
    await checked();
  };
  const marks = async () => (await find('fault-list')).evaluate((node) => node.findings.map(({ code, line, message, severity }) => ({ code, line, message, severity })));
  return { find, press, fill, checked, text, json, type, marks };
}

/** The longest task of the page while `act` runs, in ms: by the clock (as PerformanceObserver has it), and of the processor's time. */
export async function longestTask(page, act) {
  await page.evaluate(() => (globalThis.longest = 0));
  await page.tracing.start({ categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await act();
  await new Promise((next) => setTimeout(next, 900)); // the draft is stored a little later
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const tasks = traceEvents.filter((event) => event.ph === 'X' && /RunTask$/.test(event.name) && event.tdur !== undefined && main.has(thread(event)));
  if (tasks.length === 0) throw new Error('no task was traced');
  return { clock: await page.evaluate(() => globalThis.longest), processor: Math.max(...tasks.map(({ tdur }) => tdur)) / 1000 };
}

/** Presses a button that hands out a file, and reads it. */
export async function download(browser, { page, press }, selector, name) {
  const folder = mkdtempSync(join(tmpdir(), 'returnable-pack-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, browserContextId: page.browserContext().id });
  await press(selector);
  const path = join(folder, name);
  for (let tries = 0; tries < 100 && !existsSync(path); tries += 1) await new Promise((next) => setTimeout(next, 50));
  return { path, text: readFileSync(path, 'utf8') };
}

/** A policy of nearly a megabyte that has no faults: so many sentences, and rules that cite them. */
export function hugePack(shop, bytes = 1_020_000) {
  const pack = JSON.parse(shop);
  const size = () => JSON.stringify(pack, null, 1).length;
  const add = (number) => {
    const says = `A sentence about point ${number}, as long as sentences on such a page usually are, and perhaps a little longer.`;
    pack.clauses[`more-${number}`] = { source: 'page', section: `Part ${number}`, says };
    pack.rules.push({ id: `more-${number}`, slot: 'evidence', when: { reason: 'damaged' }, codes: ['order_number'], clauses: [`more-${number}`] });
  };
  const before = size();
  add(1000);
  const count = Math.floor((bytes - before) / (size() - before));
  for (let number = 1001; number < 1000 + count; number += 1) add(number);
  return pack;
}
