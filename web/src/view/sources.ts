import { fullDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { disagreementsOf, leading, type AnswerView } from './selectors.ts';

/** How many guides the answer rests on and when they were read; on how many points they disagree here. */
export function sourceLines(answerView: AnswerView): { sourceLine: string; disagreeLine: string } {
  const read = Object.values(answerView.verdict.clauses).filter(({ tier }) => tier === 'guide');
  const guides = new Set(read.map((clause) => clause.source)).size;
  const { main } = disagreementsOf(leading(answerView.verdict));
  return {
    sourceLine:
      guides > 0
        ? t('sources.line', {
            guides,
            date: fullDay(answerView.verdict.checked_on ?? answerView.verdict.as_of),
          })
        : '',
    disagreeLine: main.length > 0 ? t('sources.disagree', { count: main.length }) : '',
  };
}
