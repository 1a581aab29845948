import type { Case, PackInfo, Verdict } from '../engine/types.ts';
import { CaseError } from '../engine/errors.ts';
import { isDay, today } from '../answers/days.ts';
import type { Answers, Facts } from '../answers/facts.ts';
import { itemId, toCase } from '../answers/case.ts';
import { leading, type AnswerView } from './selectors.ts';

/** One fault in the shopper's answers, by the fact that it concerns. */
export type Faults = Record<string, string>;

/** What an answer needs of a checker: the page has the whole one, the widget a smaller one. */
export interface Asks {
  check(order: Case): Verdict;
  packs(): readonly { id: string; name: string }[];
  /** What a shop's pack says in words; null where that is not known. */
  info(shop: string): PackInfo | null;
}

export type Outcome = { answerView: AnswerView } | { faults: Faults } | { broken: true };

/** The platforms to choose from; packs of law stand beside them and are no choice. */
export function shopsOf(checker: Asks | null): { id: string; name: string }[] {
  const packs: readonly { id: string; name: string; governs?: unknown }[] = checker?.packs() ?? [];
  return packs.filter(({ governs }) => governs === undefined).map(({ id, name }) => ({ id, name }));
}

function shopName(checker: Asks, answers: Answers, defaults: Facts): string {
  const id = answers.facts['marketplace'] ?? defaults['marketplace'];
  return checker.packs().find((pack) => pack.id === id)?.name ?? '';
}

/** What is the outcome's own: on a host's page every object may carry more. */
export function ownOf(outcome: Outcome): { faults?: Faults; answerView?: AnswerView; broken?: true } {
  return Object.assign(Object.create(null) as object, outcome);
}

/** The verdict on the whole order, seen from the item on screen: whose turn it is and what to ask next are its own. */
function together(own: Verdict, whole: Verdict, answers: Answers): Verdict {
  const item = itemId(answers);
  const beside = own.headline.beside && { ...own.headline.beside, item };
  return { ...whole, headline: { ...own.headline, item, beside }, next_question: own.next_question };
}

/** Asks the engine. Faults come back by fact, so that each can stand beside its field. */
export function ask(checker: Asks, answers: Answers, defaults: Facts): Outcome {
  const usable = answers.as_of === null || isDay(answers.as_of) ? answers : { ...answers, as_of: null };
  const alone = toCase({ ...usable, others: [], place: 0 }, defaults);
  try {
    const own = checker.check(alone);
    const verdict = usable.others.length
      ? together(own, checker.check(toCase(usable, defaults)), usable)
      : own;
    const answerView: AnswerView = {
      verdict,
      answers,
      shop: shopName(checker, answers, defaults),
      yes_if_broken: false,
      pack: checker.info(verdict.policy),
    };
    if (leading(verdict)?.status === 'refused') {
      const other = checker.check({ ...alone, facts: { ...alone.facts, reason: 'damaged' } });
      answerView.yes_if_broken = leading(other)?.status === 'allowed';
    }
    return { answerView };
  } catch (error) {
    if (!(error instanceof CaseError)) return { broken: true };
    const faults: Faults = {};
    for (const fault of error.errors) {
      const fact =
        /^\/facts\/(\w+)$/.exec(fault.path)?.[1] ?? (/^\/items\//.test(fault.path) ? 'other_item' : 'case');
      faults[fact] ??= fault.code;
    }
    return { faults };
  }
}

export function dayOf(answers: Answers): string {
  return answers.as_of !== null && isDay(answers.as_of) ? answers.as_of : today();
}
