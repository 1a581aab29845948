import { lawsOf } from '../engine/law-files.ts';
import { t } from '../i18n/index.ts';
import { wholeMonths } from './months.ts';
import type { AnswerView } from './selectors.ts';

/** Said where laws of the country were read longer ago than their packs allow; empty where none was. */
export function oldCopy({ answers, verdict }: AnswerView): string {
  const ages = lawsOf(String(answers.facts.country ?? '')).map(({ read, review }) => {
    const months = wholeMonths(read, verdict.as_of);
    return months >= review ? months : 0;
  });
  const months = Math.max(0, ...ages);
  return months > 0 ? t('by_law.old', { months }) : '';
}
