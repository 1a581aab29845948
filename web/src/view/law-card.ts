import type { Entitlement } from '../engine/index.ts';
import type { FactValue } from '../answers/facts.ts';
import { list, shortDay, weekdayAndDay } from '../i18n/format.ts';
import { firstOf, forSeller, has, t } from '../i18n/index.ts';
import { wordsFor } from './assumptions.ts';
import { letterText, problem } from './first-letter.ts';
import { countsHolidays, isHoliday, workingDaysTo } from './holidays.ts';
import { oldCopy } from './law-age.ts';
import { besideOf, dueStep } from './law-day.ts';
import { clausesOf, isNo, leading, type AnswerView } from './selectors.ts';
import { dayOfStep } from './steps.ts';

/** What a law gives beside the platform's own promise. */
export interface LawCard {
  /** How the law's answer differs from the platform's: it adds, it is still open, or it ends first. */
  pattern: 'better' | 'open' | 'first';
  /** How it stands beside the platform's rules. */
  lead: string;
  text: string;
  /** What to do now, with its day. */
  act: string;
  steps: LawStep[];
  /** What else to know. */
  notes: string[];
  /** Each with the answer that a tap gives instead. */
  assumed: { fact: string; text: string; other: FactValue }[];
  /** The one open fact that would change it. */
  question: { fact: string; text: string } | null;
  letter: { text: string; other: string; label: string } | null;
  sources: { text: string; link: string }[];
  /** Said where the law was read long ago. */
  old: string;
}

export interface LawStep {
  id: string;
  text: string;
  when: string;
  done: boolean;
}

function patternOf(answerView: AnswerView): LawCard['pattern'] {
  const own = leading(answerView.verdict);
  if (!own || isNo(own) || own.status === 'not_covered') return 'open';
  return answerView.verdict.headline.beside?.ends_first ? 'first' : 'better';
}

/** The shopper's first step: it names the kind of right. */
function kindOf(law: Entitlement): string {
  return law.steps.find(({ actor }) => actor === 'buyer')?.id ?? 'any';
}

function lastDay(law: Entitlement): string | null {
  return law.act_by?.safe ?? law.act_by?.last ?? null;
}

/** "the seller pays for return shipping", "your money by 13 December". */
function added(answerView: AnswerView, law: Entitlement): string[] {
  const asOf = answerView.verdict.as_of;
  const by = law.refund_by?.latest;
  return (answerView.verdict.headline.beside?.adds ?? []).flatMap((slot) => {
    if (slot === 'return_shipping') return [t('by_law.adds_postage')];
    const key = dueStep(law) ? 'by_law.adds_money' : 'by_law.adds_money_sure';
    return slot === 'refund_by' && by ? [t(key, { date: shortDay(by, asOf) })] : [];
  });
}

function lead(answerView: AnswerView): string {
  const pattern = patternOf(answerView);
  const status = leading(answerView.verdict)?.status ?? 'not_covered';
  return firstOf([`by_law.${pattern}.${status}`, `by_law.${pattern}.any`], { shop: answerView.shop });
}

function text(answerView: AnswerView, law: Entitlement): string {
  const asOf = answerView.verdict.as_of;
  const day = lastDay(law);
  const params = { shop: answerView.shop, date: day ? shortDay(day, asOf) : '' };
  const kind = kindOf(law);
  const dated = [`by_law.right.${kind}`, 'by_law.right.any'];
  const open = [`by_law.right.${kind}_open`, 'by_law.right.any_open'];
  const things = added(answerView, law);
  return [
    firstOf(day ? dated : open, params),
    things.length ? t('by_law.adds', { things: list(things) }) : '',
    repairsFirst(answerView, law) ? t('by_law.repair_first') : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Repair or a new item comes first; money only where that failed. */
function repairsFirst(answerView: AnswerView, law: Entitlement): boolean {
  if (law.remedy !== 'repair' && law.remedy !== 'replacement') return false;
  return answerView.verdict.items
    .flatMap(({ entitlements }) => entitlements)
    .some(
      ({ policy, status, missing }) =>
        policy === law.policy && status === 'conditional' && missing.length > 0,
    );
}

function stepWords(answerView: AnswerView, id: string): string {
  return firstOf([`by_law.steps.${id}`, `steps.${id}`], { shop: answerView.shop });
}

function act(answerView: AnswerView, law: Entitlement): string {
  const step = dueStep(law);
  const words = step ? stepWords(answerView, step.id) : '';
  if (!step || !words) return '';
  const day = step.act_by?.safe ?? step.act_by?.last;
  return day
    ? t('by_law.act_by', { act: words, date: weekdayAndDay(day, answerView.verdict.as_of) })
    : t('by_law.act', { act: words });
}

function steps(answerView: AnswerView, law: Entitlement): LawStep[] {
  return law.steps
    .filter(({ id, state }) => stepWords(answerView, id) && state !== 'skipped')
    .map((step) => ({
      id: step.id,
      text: stepWords(answerView, step.id),
      when: dayOfStep(step, answerView.verdict.as_of),
      done: step.state === 'done',
    }));
}

/** Public holidays move no day here, which is then the earlier one; where one would by law, that is said. */
function holidayNote(answerView: AnswerView, law: Entitlement): string {
  const day = dueStep(law)?.act_by?.safe;
  const { unit, safe } = law.window ?? {};
  const country = String(answerView.answers.facts.country ?? '');
  if (!day || !countsHolidays(country) || (unit !== 'calendar_days' && unit !== 'business_days')) return '';
  const counted = unit === 'business_days' ? workingDaysTo(day, safe ?? 0) : [day];
  const known = counted.map((one) => isHoliday(country, one));
  if (known.includes(null)) return t('by_law.holiday_unknown');
  if (!known.includes(true)) return '';
  return unit === 'business_days'
    ? t('by_law.holiday_within')
    : t('by_law.holiday', { date: shortDay(day, answerView.verdict.as_of) });
}

// Said once at the foot of the card.
const saidBelow = 'hard_to_enforce_abroad';

export function adviceWords(answerView: AnswerView, code: string): string {
  return firstOf([`by_law.advice.${code}`, `advice.${code}`], { shop: answerView.shop });
}

function notes(answerView: AnswerView, law: Entitlement): string[] {
  const advice = law.advice.filter((code) => code !== saidBelow).map((code) => adviceWords(answerView, code));
  return [holidayNote(answerView, law), ...advice].filter((words) => words !== '');
}

function assumed(answerView: AnswerView, law: Entitlement): LawCard['assumed'] {
  return law.assumes.flatMap(({ fact, value }) => {
    if (typeof value !== 'boolean') return [];
    const words =
      firstOf([`by_law.assume.${fact}.${value ? 'yes' : 'no'}`]) ||
      wordsFor(fact, value, answerView.verdict.as_of);
    return words ? [{ fact, text: words, other: !value }] : [];
  });
}

function question(answerView: AnswerView): LawCard['question'] {
  const fact = answerView.verdict.headline.beside?.question?.fact ?? '';
  if (answerView.answers.facts[fact] === null) return null; // asked already, and the shopper could not say
  return has(`ask.${fact}`) ? { fact, text: t(`ask.${fact}`) } : null;
}

/** The message that takes the shopper's step; null where there is no good one. */
function letter(answerView: AnswerView, law: Entitlement): LawCard['letter'] {
  const step = dueStep(law);
  const key = `by_law.letter.${step?.id ?? ''}`;
  if (!has(key)) return null;
  const write = () => letterText([problem(answerView), t(key)]);
  return {
    text: write(),
    other: forSeller(write),
    label: firstOf([`by_law.button.${step!.id}`, 'seller.button']),
  };
}

/** What carries the right and its day, the national article before the directive behind it; each address once. */
function sources(answerView: AnswerView, law: Entitlement): LawCard['sources'] {
  const slots = ['window', 'grounds', dueStep(law)?.id ?? ''];
  // In a pack the country's own rule stands behind the general one.
  const cited = slots.flatMap((slot) =>
    law.reasons
      .filter((reason) => reason.slot === slot)
      .flatMap(({ clauses }) => clauses)
      .reverse(),
  );
  const found = new Map<string, string>();
  for (const { source, section, link = '' } of clausesOf(answerView, cited)) {
    const name = section ? t('why.source', { source, section }) : t('why.source_plain', { source });
    if (link.startsWith('https://') && !found.has(link)) found.set(link, name);
  }
  return [...found].slice(0, 3).map(([link, name]) => ({ text: name, link }));
}

/** The card in short; null where no law adds anything. */
export function lawInShort(
  answerView: AnswerView,
): Pick<LawCard, 'text' | 'act' | 'question' | 'old'> | null {
  const law = besideOf(answerView.verdict);
  if (!law) return null;
  return {
    text: text(answerView, law),
    act: act(answerView, law),
    question: question(answerView),
    old: oldCopy(answerView),
  };
}

/** The card; null where no law adds anything, or none is loaded. */
export function lawCard(answerView: AnswerView): LawCard | null {
  const law = besideOf(answerView.verdict);
  if (!law) return null;
  return {
    pattern: patternOf(answerView),
    lead: lead(answerView),
    text: text(answerView, law),
    act: act(answerView, law),
    steps: steps(answerView, law),
    notes: notes(answerView, law),
    assumed: assumed(answerView, law),
    question: question(answerView),
    letter: letter(answerView, law),
    sources: sources(answerView, law),
    old: oldCopy(answerView),
  };
}
