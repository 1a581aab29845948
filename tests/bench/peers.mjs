// What else one would use, each made to answer the reference work. The engines get the policy as data, and days as
// numbers: none of them counts working days, so the hand-written helper does that for them, inside the timed work.
import { createRequire } from 'node:module';
import { addBusinessDays, addDays, format, isAfter, isBefore, parseISO } from 'date-fns';
import jsonLogic from 'json-logic-js';
import rules from 'json-rules-engine';
import { codes, finish, takes, toDay } from './reference.mjs';

// ZEN's addon for this platform: the package around it wants those of all platforms, which not every registry has.
function addon() {
  try {
    return createRequire(import.meta.url)('@gorules/zen-engine-linux-x64-gnu');
  } catch {
    return null;
  }
}
export const zen = addon();

function facts(one) {
  const delivered = one.delivered === null ? null : toDay(one.delivered);
  return {
    reason: one.reason, category: one.category, opened: one.opened, original_packaging: one.original_packaging, free_return: one.free_return,
    today: toDay(one.today), claim_opens: toDay(one.shipped) + 11, is_delivered: delivered !== null,
    last_day: delivered === null ? 0 : delivered + one.seller_window_days,
  };
}
function dated(one, given, verdict, payer, reasons) {
  const base = verdict === 'refund_without_return' ? given.today : verdict === 'returnable' ? given.today + 10 : null;
  const last = one.reason === 'not_received' || !given.is_delivered ? null : given.last_day;
  return finish(verdict, payer, reasons, last, base, one.payment);
}

function dateFns(one) {
  const iso = (day) => format(day, 'yyyy-MM-dd');
  const today = parseISO(one.today);
  const result = (verdict, payer, reasons, last, base) => {
    const issued = base && addBusinessDays(base, 2);
    const [least, most] = takes[one.payment];
    return {
      verdict, payer, last_day: last && iso(last), refund_earliest: base && iso(addBusinessDays(issued, least)),
      refund_latest: base && iso(addBusinessDays(issued, most)), reasons,
    };
  };
  if (one.reason === 'not_received') {
    return isBefore(today, addDays(parseISO(one.shipped), 11))
      ? result('too_early', 'none', ['claim_not_open'], null, null)
      : result('refund_without_return', 'none', ['claim_open'], null, today);
  }
  if (one.delivered === null) return result('too_early', 'none', ['not_delivered'], null, null);
  const last = addDays(parseISO(one.delivered), one.seller_window_days);
  if (isAfter(today, last)) return result('too_late', 'none', ['window_closed'], last, null);
  const base = addDays(today, 10);
  if (!['changed_mind', 'wrong_size'].includes(one.reason)) return result('returnable', 'seller', ['seller_fault'], last, base);
  const against = [
    one.category === 'perishable' && 'category_perishable', one.category === 'hygiene' && one.opened && 'hygiene_opened',
    one.category === 'custom' && 'category_custom', one.category === 'intimate' && 'category_intimate',
    one.opened && 'opened', !one.original_packaging && 'no_original_packaging',
  ].filter(Boolean);
  if (against.length > 0) return result('not_returnable', 'none', against, last, null);
  return result('returnable', one.free_return ? 'platform' : 'buyer', [one.free_return ? 'free_return' : 'buyer_pays'], last, base);
}

const v = (name) => ({ var: name });
const is = (name, value) => ({ '==': [v(name), value] });
const when = (condition, code) => ({ if: [condition, [code], []] });
const against_logic = { merge: [
  when(is('category', 'perishable'), 'category_perishable'), when({ and: [is('category', 'hygiene'), v('opened')] }, 'hygiene_opened'),
  when(is('category', 'custom'), 'category_custom'), when(is('category', 'intimate'), 'category_intimate'),
  when(v('opened'), 'opened'), when({ '!': v('original_packaging') }, 'no_original_packaging'),
] };
const logic = { if: [
  is('reason', 'not_received'), { if: [{ '<': [v('today'), v('claim_opens')] }, ['too_early', 'none', ['claim_not_open']], ['refund_without_return', 'none', ['claim_open']]] },
  { '!': v('is_delivered') }, ['too_early', 'none', ['not_delivered']],
  { '>': [v('today'), v('last_day')] }, ['too_late', 'none', ['window_closed']],
  { '!': { in: [v('reason'), ['changed_mind', 'wrong_size']] } }, ['returnable', 'seller', ['seller_fault']],
  against_logic, ['not_returnable', 'none', against_logic],
  v('free_return'), ['returnable', 'platform', ['free_return']],
  ['returnable', 'buyer', ['buyer_pays']],
] };
function byLogic(one) {
  const given = facts(one);
  return dated(one, given, ...jsonLogic.apply(logic, given));
}

function rulesEngine() {
  const engine = new rules.Engine();
  const c = (fact, operator, value) => ({ fact, operator, value });
  const add = (priority, all, verdict, payer, code) => engine.addRule({ priority, conditions: { all }, event: { type: verdict, params: { payer, code } } });
  add(100, [c('reason', 'equal', 'not_received'), c('today', 'lessThan', { fact: 'claim_opens' })], 'too_early', 'none', 'claim_not_open');
  add(99, [c('reason', 'equal', 'not_received')], 'refund_without_return', 'none', 'claim_open');
  add(90, [c('is_delivered', 'equal', false)], 'too_early', 'none', 'not_delivered');
  add(80, [c('today', 'greaterThan', { fact: 'last_day' })], 'too_late', 'none', 'window_closed');
  add(70, [c('reason', 'notIn', ['changed_mind', 'wrong_size'])], 'returnable', 'seller', 'seller_fault');
  const against = (code, ...all) => add(60, all, 'not_returnable', 'none', code);
  against('category_perishable', c('category', 'equal', 'perishable'));
  against('hygiene_opened', c('category', 'equal', 'hygiene'), c('opened', 'equal', true));
  against('category_custom', c('category', 'equal', 'custom'));
  against('category_intimate', c('category', 'equal', 'intimate'));
  against('opened', c('opened', 'equal', true));
  against('no_original_packaging', c('original_packaging', 'equal', false));
  add(50, [c('free_return', 'equal', true)], 'returnable', 'platform', 'free_return');
  add(40, [c('free_return', 'equal', false)], 'returnable', 'buyer', 'buyer_pays');
  engine.on('success', () => engine.stop()); // the first group that holds decides
  return async (one) => {
    const given = facts(one);
    const { events } = await engine.run(given);
    const found = events.map((event) => event.params.code).sort((a, b) => codes.indexOf(a) - codes.indexOf(b));
    return dated(one, given, events[0].type, events[0].params.payer, found);
  };
}

function zenEngine() {
  const decides = (...four) => `reason == 'not_received' ? (today < claim_opens ? ${four[0]} : ${four[1]}) : not is_delivered ? ${four[2]} : today > last_day ? ${four[3]}` +
    ` : not (reason in ['changed_mind', 'wrong_size']) ? ${four[4]} : len($.against) > 0 ? ${four[5]} : free_return ? ${four[6]} : ${four[7]}`;
  const words = (list) => decides(...list.split(' ').map((word) => `'${word}'`));
  const expressions = [
    ['against', `filter([category == 'perishable' ? 'category_perishable' : '', category == 'hygiene' and opened ? 'hygiene_opened' : '', category == 'custom' ? 'category_custom' : '',
      category == 'intimate' ? 'category_intimate' : '', opened ? 'opened' : '', original_packaging ? '' : 'no_original_packaging'], # != '')`],
    ['verdict', words('too_early refund_without_return too_early too_late returnable not_returnable returnable returnable')],
    ['payer', words('none none none none seller none platform buyer')],
    ['reasons', decides("['claim_not_open']", "['claim_open']", "['not_delivered']", "['window_closed']", "['seller_fault']", '$.against', "['free_return']", "['buyer_pays']")],
  ].map(([key, value], at) => ({ id: `e${at}`, key, value }));
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content && { content }) });
  const edge = (sourceId, targetId) => ({ id: sourceId + targetId, type: 'edge', sourceId, targetId });
  const decision = new zen.ZenEngine().createDecision(Buffer.from(JSON.stringify({
    nodes: [node('in', 'inputNode'), node('policy', 'expressionNode', { expressions }), node('out', 'outputNode')],
    edges: [edge('in', 'policy'), edge('policy', 'out')],
  })));
  return async (one) => {
    const given = facts(one);
    const { result } = await decision.evaluate(given);
    return dated(one, given, result.verdict, result.payer, result.reasons);
  };
}

/** By name, how to make one: a function from a case to its answer; those that return a promise are awaited. */
export const peers = {
  'date-fns': () => dateFns,
  'json-logic-js': () => byLogic,
  'json-rules-engine': rulesEngine,
  ...(zen && { 'ZEN, native addon': zenEngine }),
};
