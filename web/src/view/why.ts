import { firstOf, has, t } from '../i18n/index.ts';
import type { Conflict } from '../engine/index.ts';
import { clausesOf, disagreementsOf, leading, type Told } from './selectors.ts';
import { sourceLines } from './sources.ts';

export interface Source {
  id: string;
  /** What the guide says, in the words of its rules file. */
  says: string;
  from: string;
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
  groups: WhyGroup[];
  disagreements: Disagreement[];
  smaller: Disagreement[];
  norule: string[];
  sourceLine: string;
  disagreeLine: string;
}

function title(slot: string): string {
  return firstOf([`why.slot.${slot}`, `steps.${slot}`, 'why.slot.any']);
}

function sources(told: Told, ids: readonly string[]): Source[] {
  return clausesOf(told, ids).map((clause) => ({
    id: clause.id,
    says: clause.says,
    from: clause.section
      ? t('why.source', { source: clause.source, section: clause.section })
      : t('why.source_plain', { source: clause.source }),
  }));
}

function disagreement(told: Told, conflict: Conflict): Disagreement {
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
        sources: sources(told, reading.clauses),
      };
    }),
    note: counting > 1 ? t('why.used_safe') : '',
  };
}

export function why(told: Told): Why {
  const e = leading(told.verdict);
  const groups = new Map<string, Map<string, Source>>();
  for (const reason of e?.reasons ?? []) {
    const name = title(reason.slot);
    const group = groups.get(name) ?? new Map<string, Source>();
    for (const source of sources(told, reason.clauses)) group.set(source.id, source);
    if (group.size > 0) groups.set(name, group);
  }
  const { main, smaller } = disagreementsOf(e);
  return {
    groups: [...groups].map(([name, group]) => ({ title: name, sources: [...group.values()] })),
    disagreements: main.map((conflict) => disagreement(told, conflict)),
    smaller: smaller.map((conflict) => disagreement(told, conflict)),
    norule: (e?.silent_on ?? [])
      .filter((slot) => has(`why.slot.${slot}`))
      .map((slot) => t('why.norule', { what: t(`why.slot.${slot}`) })),
    ...sourceLines(told),
  };
}
