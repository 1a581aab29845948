import type { PageEngine } from '../engine/page-engine.ts';
import type { Answers, Facts } from '../answers/facts.ts';
import { toCase } from '../answers/case.ts';
import { shortDay } from '../i18n/format.ts';
import { has, t } from '../i18n/index.ts';
import { events } from './events.ts';
import { headline } from './state-line.ts';
import { dayOfFact, isNo, leading, leadingItem, type AnswerView } from './selectors.ts';

/** What else could be asked for in the same shop, where the first way is not the only one. */
export function otherWays(answerView: AnswerView): string[] {
  const asOf = answerView.verdict.as_of;
  const all = leadingItem(answerView.verdict)?.entitlements ?? [];
  const lead = answerView.verdict.headline.entitlement ?? 0;
  const no = isNo(leading(answerView.verdict));
  // Once the goods or the money are on their way, another remedy is no option any more.
  if (dayOfFact(answerView.answers.facts, 'returned_on') || answerView.verdict.headline.phase === 'done')
    return [];
  return all.flatMap((e, index) => {
    // What a law or a payment service gives stands in a card of its own.
    if (e.policy !== answerView.verdict.policy) return [];
    if ((index === lead && !no) || !has(`ways.${e.remedy}`)) return [];
    if (e.status !== 'allowed' && e.status !== 'conditional' && e.status !== 'contested') return [];
    const way = t(`ways.${e.remedy}`);
    if (e.status !== 'allowed') return [t('ways.maybe', { way })];
    const by = e.act_by?.safe;
    return [by && by >= asOf ? t('ways.by', { way, date: shortDay(by, asOf) }) : way];
  });
}

/** After a no: what is left to try, the best first. Never nothing. */
export function stillToTry(answerView: AnswerView): string[] {
  return [...otherWays(answerView), ...['goodwill', 'law', 'resell'].map((way) => t(`ways.${way}`))];
}

const happenings = new Set(
  events.flatMap(({ date = '', sets = {}, asks = '' }) => [date, asks, ...Object.keys(sets)]),
);

/** What happened at one platform did not happen at another. */
function notYetBegun(answers: Answers): Answers {
  const kept = (facts: Facts) =>
    Object.fromEntries(Object.entries(facts).filter(([id]) => !happenings.has(id)));
  return { ...answers, facts: kept(answers.facts), others: answers.others.map(kept) };
}

/** The same case in the other shops: a line each. */
export function otherShops(checker: PageEngine, answers: Answers, defaults: Facts): string[] {
  const own = answers.facts['marketplace'] ?? defaults['marketplace'];
  const names = new Map(checker.packs().map((pack) => [pack.id, pack.name]));
  try {
    const fresh = notYetBegun(answers);
    return Object.entries(checker.compare(toCase(fresh, defaults))).flatMap(([id, verdict]) => {
      const shop = names.get(id);
      if (id === own || !shop || !('items' in verdict)) return [];
      const head = headline({ verdict, answers: fresh, shop, yes_if_broken: false, pack: null });
      return [t('others.line', { shop, answer: head.act ? `${head.lead} ${head.act}` : head.lead })];
    });
  } catch {
    return [];
  }
}
