// What the second opinion does not reach of the web code without a browser, asked directly of the functions behind the page.
import assert from 'node:assert/strict';

/** Facts that only some shops or only laws know, and faults by the fact that they concern. `web`: the functions. */
export function checkAnswers(web) {
  const made = (facts) => Object.keys(web.toCase({ ...web.emptyAnswers(), as_of: '2026-05-10', facts }, {}).facts).sort();
  web.learnFacts([{ id: 'one_shop', facts: { own_fact: { kind: 'yes_no' }, reason: { kind: 'yes_no' } } }]);
  assert.deepEqual(made({ marketplace: 'one_shop', own_fact: true }), ['marketplace', 'own_fact']);
  assert.deepEqual(made({ marketplace: 'other_shop', own_fact: true }), ['marketplace']);
  web.learnLawFacts([{ id: 'law_fact', kind: 'date' }, { id: 'of_case', kind: 'date', of_case: true }]);
  assert.deepEqual(made({ law_fact: '2026-05-01' }), []);
  web.allowLawFacts(true);
  assert.deepEqual(made({ law_fact: '2026-05-01', of_case: '2026-05-01', nothing: 1 }), ['law_fact']);
  web.allowLawFacts(false);

  const errors = [{ code: 'future', path: '/facts/received_on' }, { code: 'second', path: '/facts/received_on' }, { code: 'bad', path: '/items/1/facts/reason' }, { code: 'late', path: '/as_of' }];
  const refuses = (error) => ({ packs: () => [], check: () => { throw error; } });
  assert.deepEqual(web.ask(refuses(new web.CaseError(errors)), web.emptyAnswers(), {}), { faults: { received_on: 'future', other_item: 'bad', case: 'late' } });
  assert.deepEqual(web.ask(refuses(new Error('broken')), web.emptyAnswers(), {}), { broken: true });
}

/** Days and months, on their edges. */
export function checkDays(web) {
  assert.equal(web.wholeMonths('2026-01-15', '2026-07-15'), 6);
  assert.equal(web.wholeMonths('2026-01-15', '2026-07-14'), 5);
  assert.equal(web.wholeMonths('2025-12-31', '2026-01-31'), 1);
  assert.equal(web.wholeMonths('2025-11-30', '2027-01-01'), 13);
  assert.equal(web.addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(web.addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(web.daysBetween('2026-03-28', '2026-03-30'), 2);
  assert.equal(web.daysBetween('2026-03-30', '2026-03-28'), -2);
  for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '02026-01-01', '2026-04-31', '']) assert.equal(web.isDay(day), false, day);
  for (const day of ['2024-02-29', '1970-01-01', '2199-12-31']) assert.equal(web.isDay(day), true, day);
}

/** The items of an order: each stays in its place with what is its own. */
export function checkItems(web) {
  const first = { ...web.emptyAnswers(), facts: { marketplace: 'shop', country: 'FR', reason: 'damaged', received_on: '2026-05-01', payment_method: 'card', unused: true } };
  const two = web.addItem(first);
  assert.deepEqual({ ...two.facts }, { marketplace: 'shop', country: 'FR', received_on: '2026-05-01', payment_method: 'card' });
  assert.equal(two.place, 1);
  const three = web.addItem({ ...two, facts: { ...two.facts, reason: 'late' }, rough: ['received_on'], no_date: true, ticked: ['add_tracking'] });
  assert.deepEqual([three.rough, three.no_date, three.ticked], [[], false, []]);
  const back = web.switchTo(three, 0);
  assert.deepEqual({ ...back.facts }, first.facts);
  assert.deepEqual(web.itemsOf(back).map(({ reason }) => reason), ['damaged', 'late', undefined]);
  assert.deepEqual(web.itemsOf(web.dropItem(back, 1)).map(({ reason }) => reason), ['damaged', undefined]);
  assert.equal(web.dropItem(three, 0).place, 1);
  assert.equal(web.dropItem(three, 2).place, 1);
  assert.equal(web.dropItem(back, 0).facts.reason, 'late');
  assert.equal(web.roomForItem({ ...first, others: Array(7).fill({}) }), true);
  assert.equal(web.roomForItem({ ...first, others: Array(8).fill({}) }), false);
}

/** A new answer takes out what made sense only with the one before. */
export function checkAnswering(web) {
  const given = (facts, more, starts) => web.withAnswer({ ...web.emptyAnswers(), ...more }, facts, starts);
  const cancelling = given({ reason: 'changed_mind', wants: 'cancellation' }, { facts: { ordered_on: '2026-05-01' } });
  assert.deepEqual({ ...given({ reason: 'damaged' }, cancelling).facts }, { ordered_on: '2026-05-01', reason: 'damaged' });
  assert.deepEqual({ ...given({ reason: 'not_received' }, { facts: { reason: 'damaged', received_on: '2026-05-01', delivered_on: '2026-04-30', opened: true } }).facts }, { reason: 'not_received', opened: true });
  assert.equal(given({ reason: 'not_received' }, { no_date: true, facts: { reason: 'damaged' } }).no_date, false);
  assert.equal(given({ reason: 'defective' }, { no_date: true, facts: { reason: 'damaged' } }).no_date, true);
  assert.equal(given({ received_on: '2026-05-01' }, { no_date: true, facts: { reason: 'damaged' } }).no_date, false);
  assert.equal(given({ received_on: '2026-05-01' }, { no_date: true, facts: { reason: 'damaged' } }, 'ordered_on').no_date, true);
  assert.deepEqual(given({ received_on: '2026-05-01' }, { rough: ['received_on', 'ordered_on'] }).rough, ['ordered_on']);
}


/** What the last event asks for stands on the card before a later act that has a day. */
export function checkTurn(web) {
  const words = ['three.ask', 'three.now', 'three.money', 'head.do.any', 'head.do.answer_offer'].map((key) => [key, () => key]);
  web.speak('en', { 'meta.date_locale': () => 'en-GB', ...Object.fromEntries(words) });
  const step = (id, act_by) => ({ id, actor: 'buyer', state: 'due', act_by, opens: null });
  const by = { safe: '2026-05-12', last: '2026-05-12' };
  const promise = { policy: 'shop', status: 'allowed', remedy: 'refund_on_return', kind: 'promise', act_by: by, refund_by: null, return_shipping: [], silent_on: [], missing: [], assumes: [], conflicts: [], warnings: [] };
  const entitlement = { ...promise, steps: [step('answer_offer', null), step('ask_for_address', { safe: '2026-05-14', last: '2026-05-14' })] };
  const headline = { phase: 'your_turn', item: 'item', entitlement: 0, beside: null };
  const verdict = { as_of: '2026-05-10', policy: 'shop', headline, items: [{ id: 'item', status: 'allowed', entitlements: [entitlement] }] };
  const view = { verdict, answers: web.emptyAnswers(), shop: 'Shop', yes_if_broken: false, pack: null };
  const state = { id: 'offered', text: '', next: 'answer_offer', note: '' };
  const [ask] = web.threeFacts(view, state);
  const [dated] = web.threeFacts(view, { ...state, next: '' });
  assert.notEqual(ask.value, dated.value);
  assert.doesNotMatch(ask.value, /12/);
  assert.match(dated.value, /12/);
}

export const checks = {
  'facts that only one shop or only a law knows, and faults by the fact that they concern': checkAnswers,
  'days and months on their edges': checkDays,
  'the items of an order, each in its place': checkItems,
  'a new answer takes out what made sense only with the one before': checkAnswering,
  'what the last event asks for stands before a later act with a day': checkTurn,
};
