import type { Facts } from './facts.ts';

/** A condition on the facts that were given, as the data files of the page spell it. */
export interface Condition {
  /** Each of these has a value. */
  has?: string[];
  /** None of these has a value. */
  lacks?: string[];
  /** Each of these has exactly this value. */
  is?: Facts;
  /** None of these has this value. */
  not?: Facts;
}

function given(facts: Facts, id: string): boolean {
  return facts[id] !== undefined && facts[id] !== null;
}

/** True where the facts fulfil every part of the condition; an absent condition is fulfilled. */
export function fulfils(facts: Facts, condition: Condition | undefined): boolean {
  const { has = [], lacks = [], is = {}, not = {} } = condition ?? {};
  return (
    has.every((id) => given(facts, id)) &&
    !lacks.some((id) => given(facts, id)) &&
    Object.entries(is).every(([id, value]) => facts[id] === value) &&
    !Object.entries(not).some(([id, value]) => facts[id] === value)
  );
}
