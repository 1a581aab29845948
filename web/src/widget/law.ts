// What the law where the reader lives says of an answer, in short. A file of its own: only a checker with a country needs it.
import type { html, TemplateResult } from 'lit';
import type { Facts } from '../answers/facts.ts';
import type { Engine } from '../engine/engine.ts';
import { LawFiles } from '../engine/law-files.ts';
import { saidIn, t, type Catalogue } from '../i18n/index.ts';
import { lawInShort } from '../view/law-card.ts';
import type { AnswerView } from '../view/selectors.ts';
import { files } from './home.ts';
import type { Words } from './words.ts';

/** What the element brings to draw it with. */
export interface Drawing {
  html: typeof html;
  /** The link to the full answer. */
  full: unknown;
  /** Whether the widget can ask for a fact: those that only laws ask for are the page's. */
  asks: (fact: string) => boolean;
  ask: (fact: string) => void;
}

/** What the laws of a country say of an answer; null where they add nothing, or did not come. */
export type Law = (answerView: AnswerView, drawing: Drawing) => TemplateResult | null;

type LawInShort = NonNullable<ReturnType<typeof lawInShort>>;

/** All laws that an engine knows: checkers with different countries share one. */
const known = new WeakMap<Engine, LawFiles>();

/** Makes the laws of a country known to the engine. `more`: what the law's card says. */
export async function openLaw(
  engine: Engine,
  country: string,
  { language, catalogue }: Words,
  more: Catalogue,
): Promise<Law> {
  const laws = known.get(engine) ?? new LawFiles(engine, files, () => {});
  known.set(engine, laws);
  await laws.open(country);
  const words = { ...catalogue, ...more };
  return (answerView, drawing) =>
    saidIn(language, words, () => {
      const facts = Object.assign(Object.create(null) as Facts, { country }, answerView.answers.facts);
      const card = lawInShort({ ...answerView, answers: { ...answerView.answers, facts } });
      return card && note(card, drawing);
    });
}

function note({ text, act, old, question }: LawInShort, { html, full, asks, ask }: Drawing) {
  const lines = [text, act, old, t('by_law.general')].filter((line) => line !== '');
  const asked = ({ fact, text: words }: NonNullable<LawInShort['question']>) =>
    asks(fact)
      ? html`<button type="button" data-do="law" @click=${() => ask(fact)}>${words}</button>`
      : words;
  return html`<section class="note" part="law">
    <b>${t('by_law.title')}</b>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${question ? html`<p class="small">${t('by_law.depends')} ${asked(question)}</p>` : ''} ${full}
  </section>`;
}
