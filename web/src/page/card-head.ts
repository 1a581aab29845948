import type { Answers } from '../answers/facts.ts';
import { faultLine } from '../view/fault-words.ts';
import type { Headline } from '../view/headline.ts';
import type { LawCard } from '../view/law-card.ts';
import type { Faults } from '../view/run-check.ts';
import { reasonMissing, type AnswerView } from '../view/selectors.ts';
import { headline } from '../view/state-line.ts';
import { t } from '../i18n/index.ts';

/** Where the platform's rules say no and the law does not, the law's act is the answer. */
function byLaw(head: Headline, law: LawCard | null): Headline {
  if (!law || head.tone !== 'no') return head;
  const rest = head.under.filter((line) => line !== t('head.left_law'));
  return { ...head, tone: 'maybe', lead: law.lead, act: law.act, under: [head.act, ...rest] };
}

/** The words of the card: a failure, wrong days, the answer, or that it is on its way; null before the first tap. */
export function cardHead(
  answers: Answers,
  answerView: AnswerView | null,
  faults: Faults,
  failed: boolean,
  law: LawCard | null,
): Headline | null {
  const quiet = { tone: 'maybe', warn: '' } as const;
  if (failed) return { ...quiet, lead: t('failed.lead'), act: t('failed.act'), under: [t('failed.where')] };
  if (Object.keys(faults).length) return { ...quiet, ...faultLine(faults, answers.facts), under: [] };
  if (reasonMissing(answers)) return null;
  if (answerView) return byLaw(headline(answerView), law);
  return { tone: 'wait', lead: t('page.loading'), act: t('page.waiting'), under: [], warn: '' };
}
