// A real Chromium with the page in it, and what a test needs to press and read.
import { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serveSite } from './static-site.mjs';

export const phone = { width: 360, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const desktop = { width: 1280, height: 800, deviceScaleFactor: 1 };

export function startChromium() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=en-GB'],
  });
}

/** The built site, served, and a browser for it; both are closed when the file's tests are over. */
export async function siteInChromium() {
  const site = await serveSite();
  const browser = await startChromium();
  after(async () => {
    await browser.close();
    await site.close();
  });
  return { site, browser };
}

/** Opens the page and waits for its first answer. `faults` collects all that a console would show in red. */
export async function openPage(browser, url, { viewport = phone, dark = false, lang = 'en-GB', before } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.evaluateOnNewDocument((tag) => {
    Object.defineProperty(navigator, 'languages', { get: () => [tag] });
    Object.defineProperty(navigator, 'language', { get: () => tag });
  }, lang);
  if (before) await before(page);
  await page.goto(url);
  await answered(page);
  const press = async (selector) => {
    const button = await page.waitForSelector(`>>> ${selector}`);
    await button.evaluate((node) => node.scrollIntoView({ block: 'nearest' }));
    await button.click();
    await settle(page);
  };
  return { page, faults, press, text: () => cardText(page), close: () => context.close() };
}

export function settle(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Chooses a language at the foot of the page, as a shopper does. */
export async function chooseLanguage(page, language) {
  const press = (selector) =>
    page.waitForFunction(
      (wanted) => {
        const button = document.querySelector('return-page')?.shadowRoot?.querySelector('page-footer')?.shadowRoot?.querySelector(wanted);
        button?.click();
        return Boolean(button);
      },
      {},
      selector,
    );
  await press('[data-languages]');
  await press(`[data-language="${language}"]`);
  await page.waitForFunction((one) => document.documentElement.lang === one, {}, language);
}

/** Waits until the engine is there, or has failed, and the page says what it knows. */
export function answered(page, within = 30_000) {
  return page.waitForFunction(
    () => {
      const root = document.querySelector('return-page[answered]')?.shadowRoot;
      const lead = root?.querySelector('answer-card')?.shadowRoot?.querySelector('.lead');
      return root && (!lead || /[^…\s]\s*$/.test(lead.textContent));
    },
    { timeout: within },
  );
}

/** The words of the answer on the card, in one line; '' where there is no card yet. */
export async function cardText(page) {
  await answered(page);
  const card = await page.$('>>> .card');
  if (!card) return '';
  return (await card.evaluate((node) => node.innerText)).replace(/\s+/g, ' ').trim();
}

/** All words on the page, through its shadow roots. */
export function pageText(page) {
  return page.evaluate(() => {
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent;
      if (node.nodeType !== Node.ELEMENT_NODE || ['STYLE', 'SCRIPT', 'OPTION'].includes(node.tagName)) return '';
      const root = node.shadowRoot ?? node;
      return [...root.childNodes].map(read).join(' ');
    };
    return read(document.body).replace(/\s+/g, ' ');
  });
}

/** Picks a day in the native date field, as typing it would. */
export async function pickDay(page, selector, day) {
  const field = await page.waitForSelector(`>>> ${selector}`);
  await field.evaluate((node, value) => {
    node.value = value;
    node.dispatchEvent(new Event('change', { bubbles: true }));
  }, day);
  await settle(page);
}
