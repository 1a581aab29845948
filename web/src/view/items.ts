import { itemsOf, type Answers } from '../answers/facts.ts';
import { reasonName } from '../answers/reasons.ts';
import { t } from '../i18n/index.ts';
import type { AnswerView } from './selectors.ts';

export interface ItemLine {
  place: number;
  name: string;
  /** Its own answer in a word; '' until its reason is known. */
  answer: string;
  tone: 'yes' | 'maybe' | 'no' | 'none';
}

export interface ItemLines {
  lines: ItemLine[];
  /** "2 of 3 can go back"; '' for a single item. */
  count: string;
}

const tones: Record<string, ItemLine['tone']> = {
  allowed: 'yes',
  conditional: 'maybe',
  contested: 'maybe',
  not_yet: 'maybe',
  not_covered: 'maybe',
  expired: 'no',
  refused: 'no',
};

/** Every item of the order with its own answer. */
export function itemLines(answers: Answers, answerView: AnswerView | null): ItemLines {
  const items = itemsOf(answers);
  const verdicts = answerView?.verdict.items ?? [];
  const lines = items.map((facts, place): ItemLine => {
    const named = typeof facts['reason'] === 'string';
    const reason = named ? t(`reason.${String(reasonName(facts))}`) : t('items.reasonMissing');
    const status = named && verdicts.length === items.length ? verdicts[place]?.status : undefined;
    return {
      place,
      name: t('items.name', { number: place + 1, reason }),
      answer: status ? t(`items.status.${status}`) : '',
      tone: status ? (tones[status] ?? 'maybe') : 'none',
    };
  });
  const good = lines.filter((line) => line.tone === 'yes').length;
  const counted = items.length > 1 && lines.some((line) => line.tone !== 'none');
  return { lines, count: counted ? t('items.count', { good, all: items.length }) : '' };
}
