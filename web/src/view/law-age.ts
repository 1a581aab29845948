import { lawsRead } from '../engine/law-files.ts';
import { t } from '../i18n/index.ts';
import { wholeMonths } from './months.ts';
import type { AnswerView } from './selectors.ts';

// A law is looked up again once a year.
const fresh = 12; // months

/** Said where the laws of the country were read long ago; empty where they were not. */
export function oldCopy({ answers, verdict }: AnswerView): string {
  const read = lawsRead(String(answers.facts.country ?? ''));
  const months = read ? wholeMonths(read, verdict.as_of) : 0;
  return months >= fresh ? t('by_law.old', { months }) : '';
}
