// Chromium, Firefox and WebKitGTK behind one small face: goto, run (a function in the page), press (a key), close.
import { spawn } from 'node:child_process';
import puppeteer from 'puppeteer-core';

async function byPuppeteer(options) {
  const browser = await puppeteer.launch(options);
  const page = await browser.newPage();
  const faults = [];
  // Firefox asks every host for an icon and tells of it as an error.
  page.on('pageerror', (error) => String(error).includes('/favicon.ico') || faults.push(String(error)));
  await page.setViewport({ width: 480, height: 900 });
  return {
    faults,
    goto: (url) => page.goto(url, { waitUntil: 'load' }),
    reload: () => page.reload({ waitUntil: 'load' }),
    run: (work, ...args) => page.evaluate(work, ...args),
    inject: (source) => page.evaluate(source),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}

const keys = { Tab: '\uE004', Enter: '\uE007' };

async function byWebDriver() {
  const port = 4400 + (process.pid % 500);
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', detached: true });
  const base = `http://127.0.0.1:${port}`;
  const ask = async (method, path, body) => {
    const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await ask('GET', '/status');
      break;
    } catch (cause) {
      if (tries > 60) throw cause;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
  const binary = process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  const { sessionId } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
  });
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 30_000 });
  const script = `const [args, done] = [arguments[0], arguments[1]];
    Promise.resolve().then(() => (WORK)(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  return {
    faults: [], // this driver tells of none; the pages gather their own
    goto: (url) => ask('POST', `${session}/url`, { url }),
    reload: () => ask('POST', `${session}/refresh`, {}),
    async run(work, ...args) {
      const { value, error } = await ask('POST', `${session}/execute/async`, { script: script.replace('WORK', () => String(work)), args: [args] });
      if (error) throw new Error(error);
      return value ?? undefined;
    },
    inject: (source) => ask('POST', `${session}/execute/sync`, { script: source, args: [] }),
    press: (key) =>
      ask('POST', `${session}/actions`, {
        actions: [{ type: 'key', id: 'keys', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key })) }],
      }),
    async close() {
      await ask('DELETE', session).catch(() => {});
      try {
        process.kill(-driver.pid);
      } catch {
        // It has gone by itself.
      }
    },
  };
}

export const engines = {
  chromium: () => byPuppeteer({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--lang=en-GB'] }),
  firefox: () => byPuppeteer({ browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: true }),
  webkit: byWebDriver,
};

/** Runs in the page: an element through shadow roots, waited for. */
export const find = `async (path, ms = 8000) => {
  const end = Date.now() + ms;
  const deep = (root, selector) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const one of root.querySelectorAll('*')) {
      const inner = one.shadowRoot && deep(one.shadowRoot, selector);
      if (inner) return inner;
    }
    return null;
  };
  for (;;) {
    const found = deep(document, path);
    if (found) return found;
    if (Date.now() > end) throw new Error('not there: ' + path);
    await new Promise((done) => setTimeout(done, 50));
  }
}`;

/** What the user sees of an element, once it is no longer a moment's wait ("…"). */
export async function wordsOf(engine, path) {
  const read = new Function('path', `return (${find})(path).then((node) => node.innerText.replace(/\\s+/g, ' ').trim())`);
  for (let tries = 0; ; tries += 1) {
    const words = await engine.run(read, path);
    if (!words.includes('…') || tries > 100) return words;
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const click = (engine, path) => engine.run(new Function('path', `return (${find})(path).then((node) => { node.click(); return new Promise((done) => setTimeout(done, 150)); })`), path);
