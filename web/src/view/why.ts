import { shops } from '../engine/generated/shops.js';
import { firstOf, has, sourceLanguage, t } from '../i18n/index.ts';
import type { Conflict } from '../engine/index.ts';
import { clausesOf, disagreementsOf, leading, type AnswerView } from './selectors.ts';
import { wholeMonths } from './months.ts';

export interface Source {
  id: string;
  /** What the guide says, in the words of its rules file. */
  says: string;
  /** In which that is said. */
  language: string;
  from: string;
  /** The source's address; '' where it has none that can be opened. */
  link: string;
}

export interface WhyGroup {
  title: string;
  sources: Source[];
}

export interface Disagreement {
  id: string;
  title: string;
  readings: { text: string; counts: boolean; sources: Source[] }[];
  note: string;
}

export interface Why {
  /** What carries the answer's rows: about ten lines. */
  first: WhyGroup[];
  /** All notes, each once. */
  groups: WhyGroup[];
  /** How many those are. */
  count: number;
  disagreements: Disagreement[];
  smaller: Disagreement[];
  norule: string[];
  /** Said where the shop's sources were read long ago. */
  old: string;
}

/** Said where the shop's sources were read longer ago than its pack allows. */
function oldCopy({ shop, verdict }: AnswerView): string {
  const review = shops.find(({ id }) => id === verdict.policy)?.review ?? Infinity;
  const months = verdict.checked_on ? wholeMonths(verdict.checked_on, verdict.as_of) : 0;
  return months >= review ? t('sources.old', { shop, months }) : '';
}

function title(slot: string): string {
  return firstOf([`why.slot.${slot}`, `steps.${slot}`, 'why.slot.any']);
}

function sources(answerView: AnswerView, ids: readonly string[]): Source[] {
  return clausesOf(answerView, ids).map((clause) => ({
    id: clause.id,
    says: clause.says,
    language: clause.language ?? sourceLanguage,
    from: clause.section
      ? t('why.source', { source: clause.source, section: clause.section })
      : t('why.source_plain', { source: clause.source }),
    link: /^https:\/\//.test(clause.link ?? '') ? clause.link! : '',
  }));
}

function disagreement(answerView: AnswerView, conflict: Conflict): Disagreement {
  const counting = conflict.readings.filter((reading) => reading.counts).length;
  let named = 0;
  return {
    id: conflict.id,
    title: title(conflict.slot),
    readings: conflict.readings.map((reading) => {
      const key = !reading.counts ? 'why.aside' : named++ === 0 ? 'why.one' : 'why.other';
      return {
        text: t(key, { says: reading.value }),
        counts: reading.counts,
        sources: sources(answerView, reading.clauses),
      };
    }),
    note: counting > 1 ? t('why.used_safe') : '',
  };
}

// The slots behind the headline and its three rows, weightiest first.
const carrying = ['grounds', 'window', 'opens', 'act_by', 'return_shipping', 'refund_by', 'refund_arrives'];
const linesPerSlot = 2;

/** The reasons' sources by title, each source once; at most `most` a title. */
function grouped(answerView: AnswerView, slots: string[] | null, most: number): WhyGroup[] {
  const reasons = leading(answerView.verdict)?.reasons ?? [];
  const chosen = slots ? slots.flatMap((slot) => reasons.filter((one) => one.slot === slot)) : reasons;
  const seen = new Set<string>();
  const groups = new Map<string, Source[]>();
  for (const reason of chosen) {
    const name = title(reason.slot);
    const group = groups.get(name) ?? [];
    for (const source of sources(answerView, reason.clauses))
      if (!seen.has(source.id) && group.length < most) {
        seen.add(source.id);
        group.push(source);
      }
    if (group.length > 0) groups.set(name, group);
  }
  return [...groups].map(([name, group]) => ({ title: name, sources: group }));
}

export function why(answerView: AnswerView): Why {
  const e = leading(answerView.verdict);
  const groups = grouped(answerView, null, Infinity);
  const { main, smaller } = disagreementsOf(e);
  return {
    first: grouped(answerView, carrying, linesPerSlot),
    groups,
    count: groups.reduce((sum, group) => sum + group.sources.length, 0),
    disagreements: main.map((conflict) => disagreement(answerView, conflict)),
    smaller: smaller.map((conflict) => disagreement(answerView, conflict)),
    norule: (e?.silent_on ?? [])
      .filter((slot) => has(`why.slot.${slot}`))
      .map((slot) => t('why.norule', { what: t(`why.slot.${slot}`) })),
    old: oldCopy(answerView),
  };
}
