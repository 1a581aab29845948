// Asks page and widget for cases and compares what they say with the verdict of the engine under Node.
import { loadChecker, shopPacks } from '../node/doors.mjs';
import { withoutProse } from '../node/prose.mjs';
import { asked } from './cases.mjs';
import { PageScreen, WidgetScreen } from './chromium.mjs';
import { judge } from './judge.mjs';
import { Reader } from './reading.mjs';

/** What a widget never asks for. */
const events = /^(dispute|return_|returned|seller_replied|escalated|refund|offer|chargeback|cancel|confirmed|protection_ends|extension)/;

const readers = new Map();
function readerOf(tag, shop) {
  const name = `${tag} ${shop}`;
  if (!readers.has(name)) readers.set(name, new Reader(tag, shop));
  return readers.get(name);
}

/** The verdict that a screen has to show: that of the whole order, seen from the item on it. */
export function verdictOf(checker, one) {
  const { alone, whole } = asked(one);
  const own = checker.check(alone);
  if (!whole) return own;
  const all = checker.check(whole);
  return { ...all, headline: { ...own.headline, item: `item_${one.place + 1}` }, next_question: own.next_question };
}

/** All that is decided; equal last resorts stand in the order in which their laws were loaded. */
function decided({ headline: { item, phase }, items, next_question }) {
  const sorted = items.map(({ entitlements, ...rest }) => ({ ...rest, entitlements: entitlements.map((one) => JSON.stringify(withoutProse(one))).sort() }));
  return JSON.stringify([item, phase, sorted, next_question]);
}

/** Asks one screen and says what is wrong with it. */
async function ask(screen, checker, names, tag, one) {
  const verdict = verdictOf(checker, one);
  const shop = names.get(one.items[0].marketplace);
  const shown = await screen.show(one, (seen) => decided(seen) === decided(verdict));
  const faults = judge(readerOf(tag, shop), verdict, one.items[one.place], shown, { noted: screen.noted, noDate: one.no_date, named: one.items.map(({ reason }) => Boolean(reason)) });
  return shown.equal ? faults : [...faults, 'the engine on the page answers otherwise'];
}

/** The engine under Node, as the page has it with every law, and as the widget has it with none. */
export async function engines() {
  const whole = await loadChecker();
  return { whole, shops: await loadChecker({ packs: shopPacks() }), names: new Map(whole.packs().map(({ id, name }) => [id, name])) };
}

/** The screens that are asked for a case; every third case of one item in which nothing was done is the widget's, too. */
function screensFor({ page, widget }, { whole, shops }, one, index, phase) {
  const plain = one.items.length === 1 && phase === 'start' && !Object.keys(one.items[0]).some((id) => events.test(id));
  return [[page, whole], ...(widget && index % 3 === 0 && plain ? [[widget, shops]] : [])];
}

/** Asks for all cases in one language; `first`: ends with the first fault. Adds to `sum`, gives [{ screen, tag, one, faults }]. */
export async function askAll(browser, url, checkers, tag, cases, sum, { first = false } = {}) {
  const page = await PageScreen.open(browser, url, tag);
  const widget = first ? null : await WidgetScreen.open(browser, url, tag);
  const told = [];
  for (const [index, one] of cases.entries()) {
    const { phase } = verdictOf(checkers.whole, one).headline;
    sum.phases[phase] = (sum.phases[phase] ?? 0) + 1;
    sum.several += one.items.length > 1;
    for (const [screen, checker] of screensFor({ page, widget }, checkers, one, index, phase)) {
      sum[screen.name] += 1;
      const faults = await ask(screen, checker, checkers.names, tag, one);
      if (faults.length) told.push({ screen: screen.name, tag, one, faults });
    }
    if (first && told.length) break;
  }
  for (const fault of [...page.faults, ...(widget?.faults ?? [])]) told.push({ screen: 'console', tag, one: null, faults: [fault] });
  await Promise.all([page.close(), widget?.close()]);
  return told;
}

export const nothing = () => ({ page: 0, widget: 0, several: 0, phases: {} });

/** The value of --NAME on the command line. */
export const option = (name, otherwise) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : otherwise);
