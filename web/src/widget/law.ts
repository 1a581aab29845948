// What the law where the reader lives says of an answer, in short. A file of its own: only a checker with a country needs it.
import type { Facts } from '../answers/facts.ts';
import type { Engine } from '../engine/engine.ts';
import { LawFiles } from '../engine/law-files.ts';
import { saidIn, t, type Catalogue } from '../i18n/index.ts';
import { lawInShort } from '../view/law-card.ts';
import type { AnswerView } from '../view/selectors.ts';
import { files } from './home.ts';
import type { Words } from './words.ts';

export interface LawSays {
  /** What the law adds; the act with its day; what else to know. */
  lines: string[];
  /** The one open fact that would change it, and the words that ask for it. */
  question: { fact: string; text: string; why: string } | null;
}

/** What the laws of a country say of an answer; null where they add nothing, or did not come. */
export type Law = (answerView: AnswerView) => LawSays | null;

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
  return (answerView) =>
    saidIn(language, words, () => {
      const facts = Object.assign(Object.create(null) as Facts, { country }, answerView.answers.facts);
      const card = lawInShort({ ...answerView, answers: { ...answerView.answers, facts } });
      if (!card) return null;
      const lines = [card.text, card.act, card.old, t('by_law.general')].filter((line) => line !== '');
      return { lines, question: card.question && { ...card.question, why: t('by_law.depends') } };
    });
}

export type OpenLaw = typeof openLaw;
