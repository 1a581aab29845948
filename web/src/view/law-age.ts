import { lawsRead } from '../engine/law-files.ts';
import { t } from '../i18n/index.ts';
import type { Told } from './selectors.ts';

// A law is looked up again once a year.
const fresh = 12; // months

function wholeMonths(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** Said where the laws of the country were read long ago; empty where they were not. */
export function oldCopy({ answers, verdict }: Told): string {
  const read = lawsRead(String(answers.facts.country ?? ''));
  const months = read ? wholeMonths(read, verdict.as_of) : 0;
  return months >= fresh ? t('by_law.old', { months }) : '';
}
