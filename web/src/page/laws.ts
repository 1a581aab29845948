import { html, nothing } from 'lit';
import lawFacts from '../../../core/dictionary/law_facts.json';
import type { PageEngine } from '../engine/page-engine.ts';
import { allowLawFacts, learnLawFacts, type FactSpec } from '../answers/facts.ts';
import { dayWithWeekday } from '../i18n/format.ts';
import { language, t } from '../i18n/index.ts';
import { useLawWords } from '../i18n/load.ts';
import { latest } from '../view/events.ts';
import { lawDay } from '../view/law-day.ts';
import { paymentDays } from '../view/payment-days.ts';
import type { LawCard } from '../view/law-card.ts';
import { begun, type AnswerView } from '../view/selectors.ts';
import type { FactCard } from '../view/summary-cards.ts';

learnLawFacts(lawFacts.facts as FactSpec[]);

/** A law that is slower than this comes behind the first answer. */
const patience = 300; // milliseconds

type Parts = typeof import('./law-parts.ts');
let parts: Parts | null = null;
let failed = false;
let files: { of: PageEngine; laws: InstanceType<Parts['LawFiles']> } | null = null;

async function loadParts(): Promise<void> {
  try {
    const [loaded] = await Promise.all([import('./law-parts.ts'), useLawWords(language())]);
    parts = loaded;
    failed = false;
    await lawWords(); // another language may have been chosen in between
  } catch (cause) {
    console.info('The law has no page.', cause instanceof Error ? cause.message : '');
    failed = true;
  }
}

/** The law's words in the language of the page; to be called when that has changed. */
export async function lawWords(): Promise<void> {
  if (parts) await useLawWords(language());
}

/** Sends for all that the country's law needs, while the engine is still on its way. */
export async function lawsAhead(country: string): Promise<void> {
  if (!country) return;
  if (!parts) await loadParts();
  parts?.LawFiles.fetchAhead(country, new URL('.', document.baseURI).href);
}

function lawsOf(checker: PageEngine) {
  if (!parts) return null;
  const learn = (place: string, sum: string, first: number) =>
    setTimeout(() => void checker.learn(place, sum, first));
  if (files?.of !== checker) files = { of: checker, laws: new parts.LawFiles(checker, checker.home, learn) };
  return files.laws;
}

/** Whether nothing more is to come for this country. */
export function lawsSettled(checker: PageEngine, country: string): boolean {
  return country === '' || failed || lawsOf(checker)?.settled(country) === true;
}

async function open(checker: PageEngine, country: string): Promise<void> {
  if (!parts) await loadParts();
  const laws = lawsOf(checker);
  await laws?.open(country);
  allowLawFacts(laws?.any === true);
}

/** Loads the laws of a country, and waits for them a moment; `late` is called where they come only afterwards. */
export async function openLaws(checker: PageEngine, country: string, late: () => void): Promise<void> {
  if (lawsSettled(checker, country)) return;
  const opened = open(checker, country);
  let over = false;
  const timer = new Promise<void>((go) => setTimeout(() => ((over = true), go()), patience));
  void opened.then(() => over && late());
  await Promise.race([opened, timer]);
}

function instead(checker: PageEngine | null, country: string): string {
  if (!country) return t('by_law.choose');
  if (!checker || !lawsSettled(checker, country)) return t('by_law.loading');
  return failed || lawsOf(checker)?.complete(country) !== true ? t('by_law.missing') : '';
}

/** The card of a law that still gives what the platform's rules do not; null where that hangs on an answer, or something has begun. */
export function lawInstead(answerView: AnswerView | null, country: string): LawCard | null {
  if (!answerView || !country || begun(answerView)) return null;
  const event = latest(answerView.answers.facts);
  if (event && !event.future) return null;
  const card = parts?.lawCard(answerView);
  return card?.pattern === 'open' && card.act && !card.question ? card : null;
}

/** The law's own day where it ends first, and the soonest that a payment service or bank sets: rows of the card. */
export function otherDays(answerView: AnswerView, country: string): FactCard[] {
  if (!country || !parts) return [];
  const asOf = answerView.verdict.as_of;
  const rows: { who: string; day: string; note: string }[] = [];
  const law = answerView.verdict.headline.beside?.ends_first ? lawDay(answerView) : null;
  if (law) rows.push({ who: t('by_law.title'), day: law.day, note: law.act });
  for (const { who, day } of paymentDays(answerView).slice(0, 1)) rows.push({ who, day, note: '' });
  return rows.map(({ who, day, note }) => ({
    id: 'payment',
    label: who,
    value: t('three.money_by', { latest: dayWithWeekday(day, asOf) }),
    note,
  }));
}

/** The law's card, or one line that says why there is none. A law that only adds has its place behind the details. */
export function lawFirst(answerView: AnswerView, checker: PageEngine | null, country: string) {
  const card = country ? parts?.lawCard(answerView) : null;
  if (card)
    return card.pattern === 'better'
      ? nothing
      : html`<law-note .card=${card} ?main=${lawInstead(answerView, country) !== null}></law-note>`;
  const line = instead(checker, country);
  return line ? html`<p class="banner" data-anchor="law">${line}</p>` : nothing;
}

/** Behind the details: the card of a law that only adds to an answer that stands, and the ways by the payment. */
export function lawLast(answerView: AnswerView, country: string) {
  const card = country ? parts?.lawCard(answerView) : null;
  const ladder = country ? parts?.payLadder(answerView) : null;
  return html`${card?.pattern === 'better' ? html`<law-note .card=${card}></law-note>` : nothing}
  ${ladder ? html`<law-ladder .ladder=${ladder}></law-ladder>` : nothing}`;
}
