// In a thread of its own: runs a bundle of the web code against recorded verdicts. Says 'killed' with the reason, or 'lived'.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import MessageFormat from '../../web/node_modules/@messageformat/core/lib/messageformat.js';
import { readMessages } from '../../web/scripts/check-messages.mjs';
import { checks } from '../screen/answers_checks.mjs';
import { judge } from '../screen/judge.mjs';
import { Reader } from '../screen/reading.mjs';
import { asked, fragment } from '../screen/cases.mjs';

const { recorded, languages } = workerData;
const catalogues = new Map(
  languages.map((tag) => {
    const format = new MessageFormat(tag);
    return [tag, Object.fromEntries(Object.entries(readMessages(tag)).map(([key, text]) => [key, format.compile(text)]))];
  }),
);
const readers = new Map();
const readerOf = (tag, shop) => readers.get(`${tag} ${shop}`) ?? readers.set(`${tag} ${shop}`, new Reader(tag, shop)).get(`${tag} ${shop}`);

const sorted = (value) => (Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort().map(([key, one]) => [key, sorted(one)])) : value);
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function questionOf(web, view) {
  const question = web.nextQuestion(view);
  if (!question) return null;
  return { text: question.text, why: '', buttons: question.choices.map(({ label, value }) => ({ label, fact: question.fact, value })) };
}

/** What the page would show of this case, by the functions behind it. */
function shownBy(web, view, answers) {
  const head = web.headline(view);
  const sources = web.why(view);
  const points = sources.disagreements.map(({ id, readings, note }) => ({ id, readings: readings.map(({ text }) => text), note }));
  const { lines, count } = web.itemLines(answers, view);
  const start = answers.facts[web.eventFact(view)] !== undefined || answers.no_date;
  return {
    lead: head.lead, act: head.act, warn: head.warn, under: head.under.join(' '), rows: start ? web.threeFacts(view, web.stateLine(view)) : [],
    count, items: lines.map(({ answer }) => answer), question: start ? questionOf(web, view) : null, points: start ? points : null,
  };
}

/** The faults of one case: its link read and written again, the case made of it, and what is said. */
function faultsOf(web, { one, verdict, shop, broken }, tag) {
  const link = fragment(one);
  const { answers, dropped } = web.readFragment(link);
  const { alone, whole } = asked(one);
  if (dropped !== 0 || !same(web.toCase(answers, {}), whole ?? alone)) return ['the link is another case'];
  if (!same([...new URLSearchParams(web.writeFragment(answers).slice(1))].sort(), [...new URLSearchParams(link.slice(1))].sort())) return ['the case is another link'];
  const checker = { check: (order) => (same(order, whole ?? alone) ? verdict : order.facts.reason === 'damaged' ? broken : verdict), packs: () => [{ id: one.items[0].marketplace, name: shop }], info: () => null };
  const { answerView } = web.ask(checker, answers, {});
  if (!answerView || answerView.shop !== shop) return ['no answer'];
  const seen = whole ? { ...answerView, verdict } : answerView;
  return judge(readerOf(tag, shop), verdict, one.items[one.place], shownBy(web, seen, answers), { noDate: one.no_date, named: one.items.map(({ reason }) => Boolean(reason)) });
}

parentPort.on('message', async (file) => {
  try {
    const web = await import(pathToFileURL(file).href);
    web.speak('en', catalogues.get('en'));
    for (const check of Object.values(checks)) check(web);
    for (const [index, record] of recorded.entries()) {
      const tag = languages[index % languages.length];
      web.speak(tag, catalogues.get(tag));
      const [fault] = faultsOf(web, record, tag);
      if (fault) return void parentPort.postMessage({ result: 'killed', by: `${tag} ${fragment(record.one)}: ${fault}` });
    }
    parentPort.postMessage({ result: 'lived' });
  } catch (error) {
    parentPort.postMessage({ result: 'killed', by: String(error) });
  }
});
