import data from './events.json';
import { factsOf, type Answers, type Facts } from './facts.ts';

interface Happening {
  date?: string;
  asks?: string;
  sets?: Facts;
  when?: { has?: string[] };
}
const happenings = data.events as unknown as Happening[];

/** The answers with one taken back. */
export function withoutFact(answers: Answers, id: string): Answers {
  const facts = factsOf(answers.facts);
  const gone = new Set([id]);
  const take = (fact: string) => {
    delete facts[fact];
    gone.add(fact);
  };
  take(id);
  // What came with it, or rests on it, goes too. An event stands behind the one that it follows.
  for (const { date, sets = {}, asks, when } of happenings) {
    const own = date ? gone.has(date) : false;
    if (!own && !when?.has?.some((fact) => gone.has(fact))) continue;
    for (const fact of [date, asks, asks && `${asks}_amount`, ...Object.keys(sets)]) if (fact) take(fact);
  }
  return { ...answers, facts, rough: answers.rough.filter((one) => !gone.has(one)) };
}
