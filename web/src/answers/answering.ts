import { isDay } from './days.ts';
import { factSpec, factsOf, type Answers, type Facts } from './facts.ts';
import { reasonOf, startOf } from './reasons.ts';

const arrivals = ['received_on', 'delivered_on'];

/** The facts after a new reason: what only made sense with the one before is taken out. */
function withReason(before: Facts, given: Facts): Facts {
  const facts = factsOf(before);
  const old = reasonOf(before);
  for (const id of Object.keys(old?.sets ?? {})) delete facts[id];
  Object.assign(facts, given);
  // A parcel that never came has no day of arrival.
  if (reasonOf(facts)?.undelivered) for (const day of arrivals) delete facts[day];
  return facts;
}

/** The answers with one more given. A new reason may ask for another day than the one before. */
export function withAnswer(answers: Answers, given: Facts, countsFrom: string | undefined): Answers {
  const before = answers.facts;
  const facts = 'reason' in given ? withReason(before, given) : factsOf(before, given);
  const moved = 'reason' in given && startOf(facts) !== startOf(before);
  const start = startOf(facts, countsFrom);
  const rough = answers.rough.filter((id) => !(id in given));
  return { ...answers, facts, rough, no_date: answers.no_date && !moved && !(start in given) };
}

/** The clock's day is asked for, and the shopper cannot say; `recent`: but that it is less than two weeks ago. */
export function withoutDay(answers: Answers, id: string, recent = false): Answers {
  const others = answers.rough.filter((one) => one !== id);
  return {
    ...answers,
    facts: factsOf(answers.facts, { [id]: null }),
    rough: recent ? [...others, id] : others,
    no_date: false,
  };
}

const inOrder = ['ordered_on', 'shipped_on', 'received_on'];

/** The latest day on which this can have happened: before all that came after it. */
export function latestDay(facts: Facts, id: string): string | null {
  const place = inOrder.indexOf(id);
  const later = Object.entries(facts).flatMap(([other, value]) =>
    place >= 0 &&
    other !== id &&
    !inOrder.slice(0, place).includes(other) &&
    typeof value === 'string' &&
    factSpec(other)?.kind === 'date' &&
    factSpec(other)?.may_be_future !== true &&
    isDay(value)
      ? [value]
      : [],
  );
  return later.sort()[0] ?? null;
}

/** A day that the shopper gave roughly. */
export function withRoughDay(answers: Answers, id: string, day: string): Answers {
  const latest = latestDay(answers.facts, id);
  const facts = factsOf(answers.facts, { [id]: latest && latest < day ? latest : day });
  return { ...answers, facts, rough: [...new Set([...answers.rough, id])], no_date: false };
}

/** A step that is no fact of the case, ticked or not. */
export function withTick(answers: Answers, id: string, on: boolean): Answers {
  const others = answers.ticked.filter((one) => one !== id);
  return { ...answers, ticked: on ? [...others, id] : others };
}

export function withMoney(answers: Answers, id: string, sum: number, currency: string): Answers {
  return { ...answers, facts: factsOf(answers.facts, { [id]: sum }), currency };
}
