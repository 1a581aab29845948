// Packs made to a size, to see what a check costs as one of them grows. Invented, and complete as far as they go.
const words = ['damaged', 'defective', 'wrong_item', 'missing_parts', 'not_as_described', 'late', 'counterfeit', 'changed_mind'];

export function pack(id, { rules = [], facts = {}, steps = [], evidence = [] } = {}) {
  return {
    id, name: id, checked_on: '2026-11-22',
    sources: { s: { title: 'An invented page', tier: 'guide' } },
    clauses: { E: { source: 's', says: 'Invented.' } },
    facts, evidence,
    remedies: [{ id: 'refund_on_return', kind: 'promise', acts: ['return_requested_on'], wants: 'refund', clauses: ['E'] }],
    steps,
    rules: [
      { id: 'window', slot: 'window', by: { after: 'received_on', length: 14, unit: 'calendar_days' }, clauses: ['E'] },
      { id: 'ground', slot: 'grounds', says: 'yes', clauses: ['E'] },
      { id: 'state', slot: 'condition', says: 'yes', clauses: ['E'] },
      { id: 'postage', slot: 'return_shipping', payers: ['seller'], clauses: ['E'] },
      ...rules,
    ],
  };
}

/** So many rules, each for one thing that may be wrong (10,000 are all that fit into the largest pack allowed). */
export const ofRules = (count) => {
  const rule = (n) => ({ id: `r${n}`, slot: 'grounds', when: { reason: words[n % 8] }, says: 'yes', clauses: 'E' });
  return pack('many_rules', { rules: Array.from({ length: count }, (_, n) => rule(n)) });
};

const openFacts = (count) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`open_${n}`, { kind: 'yes_no', prompt: `${n}?` }]));
const named = (count, make) => Array.from({ length: count }, (_, n) => make(`open_${n}`, n));

/** So many open facts, each read by the rules of a step of its own. */
export const inSlotsOfTheirOwn = (count) =>
  pack('apart', {
    facts: openFacts(count),
    steps: named(count, (_, n) => ({ id: `step_${n}`, actor: 'buyer', after: 'received_on', done: ['return_requested_on'], clauses: ['E'] })),
    rules: named(count, (fact, n) => ({
      id: `by_${n}`, slot: `step_${n}`, when: { [fact]: true }, by: { after: 'received_on', length: n + 2, unit: 'calendar_days' }, clauses: ['E'],
    })),
  });

/** So many open facts, all read by one slot, where each adds its own word: every combination is a different answer. */
export const inOneSlot = (count) =>
  pack('together', {
    facts: openFacts(count), evidence: named(count, (_, n) => `photo_${n}`),
    rules: named(count, (fact, n) => ({ id: `tells_${n}`, slot: 'evidence', when: { [fact]: true }, codes: [`photo_${n}`], clauses: ['E'] })),
  });

export const order = (marketplace, items) => ({
  as_of: '2026-05-10',
  facts: { marketplace, country: 'US', received_on: '2026-05-04', ...(!items && { reason: 'damaged', category: 'general' }) },
  ...(items && { items: Array.from({ length: items }, (_, n) => ({ id: `item-${n}`, facts: { reason: words[n % 8], category: 'general', opened: n % 3 === 0 } })) }),
});
