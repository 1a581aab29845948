import { eventOf, factsOf, type Answers, type Facts } from './facts.ts';

/** The answers with one more given. A new reason may ask for another day than the one before. */
export function withAnswer(answers: Answers, given: Facts, countsFrom: string | undefined): Answers {
  const facts = factsOf(answers.facts, given);
  let noDate = answers.no_date;
  if ('reason' in given) {
    // A parcel that never came has no day of arrival.
    if (eventOf(facts['reason']) !== 'received_on')
      for (const day of ['received_on', 'delivered_on']) delete facts[day];
    if (eventOf(facts['reason']) !== eventOf(answers.facts['reason'])) noDate = false;
  }
  if (eventOf(facts['reason'], countsFrom) in given) noDate = false;
  return { ...answers, facts, no_date: noDate };
}
