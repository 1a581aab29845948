import dictionary from '../../../core/dictionary/facts.json';
import type { Facts } from '../answers/facts.ts';
import { fullDay } from '../i18n/format.ts';
import { isDay } from '../answers/days.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import type { Faults } from './run-check.ts';

const chains = dictionary.order_of_events as string[][];

/** The two dates that stand in the wrong order, the one that must come first first; null where there is no such pair. */
export function wrongPair(fact: string, facts: Facts): [string, string] | null {
  for (const chain of chains.filter((one) => one.includes(fact)))
    for (const other of chain) {
      const [first, second] = chain.indexOf(other) < chain.indexOf(fact) ? [other, fact] : [fact, other];
      const [a, b] = [facts[first], facts[second]];
      if (first !== second && typeof a === 'string' && typeof b === 'string' && a > b) return [first, second];
    }
  return null;
}

/** The facts whose fields are shown for a fault: the wrong one, and the one that it contradicts. */
export function faultyFacts(faults: Faults, facts: Facts): string[] {
  return [...new Set(Object.keys(faults).flatMap((fact) => wrongPair(fact, facts) ?? [fact]))];
}

/** The fault as the headline says it: which day, and what is wrong with it. */
export function faultLine(faults: Faults, facts: Facts): { lead: string; act: string } {
  const [fact, code] = Object.entries(faults)[0] ?? ['', 'any'];
  const value = facts[fact];
  const pair = code === 'out_of_order' ? wrongPair(fact, facts) : null;
  const name = (id: string) => t(`row.${id}`);
  const day = (id: string) => fullDay(String(facts[id]));
  if (pair)
    return {
      lead: t('head.errors.lead'),
      act: t('error.out_of_order_head', {
        later: name(pair[1]),
        later_day: day(pair[1]),
        earlier: name(pair[0]),
        earlier_day: day(pair[0]),
      }),
    };
  if (typeof value === 'string' && has(`error.${code}_head`))
    return {
      lead: t('head.errors.lead'),
      act: t(`error.${code}_head`, { date: isDay(value) ? fullDay(value) : value }),
    };
  const own = fact === 'other_item' ? 'error.other_item' : `error.${code}`;
  return { lead: t('head.errors.lead_other'), act: firstOf([own, 'error.any']) };
}
