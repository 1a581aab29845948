// The second opinion on the rows under the headline: the day to act on or who is awaited, who pays the way back, the money;
// and on the list of an order's items.
import { settled } from './opinion.mjs';
import { bare } from './reading.mjs';

const firstDay = (by) => by?.safe ?? by?.last ?? null;
const lastDay = (by) => by?.last ?? by?.safe ?? null;

/** The message for who pays the way back: the first payer is the one to budget for. */
function payer(payers) {
  if (payers === null || payers === undefined) return ['three.postage_unsaid', 'three.postage_unsaid_note'];
  if (payers.length === 0) return ['three.postage_nothing', ''];
  if (payers[0] === 'seller') return ['three.postage_seller', ''];
  if (payers[0] === 'platform') return ['three.postage_platform', 'three.postage_platform_note'];
  if (payers.length === 1) return ['three.postage_buyer', ''];
  return ['three.postage_plan', payers.includes('seller') ? 'three.postage_plan_note' : 'three.postage_plan_free_note'];
}

const awaited = (s) => s.theirs[0] ?? s.steps.find(({ actor, state }) => actor !== 'buyer' && state === 'later');
const among = (text, id) => text.split('|').includes(id);
/** Who is awaited: until somebody has agreed to pay, the seller. */
const awaitedOne = (s, who) => among(who, awaited(s)?.actor ?? 'seller') || (among(who, 'seller') && Boolean(awaited(s)?.id.startsWith('refund')) && !settled(s));
const mine = (s, act) => s.mine.some(({ id }) => among(act, id)) || among(act, 'any');

/** Labels of a row with a day, and when that day may stand under them. */
const dated = [
  [/^three\.ask_from$/, (s, day) => s.e.status === 'not_yet' && s.e.opens?.earliest === day],
  [/^three\.ask_ended$/, (s, day) => lastDay(s.e.act_by) === day && day < s.asOf],
  [/^three\.ask_over$/, (s, day) => firstDay(s.e.act_by) === day && day < s.asOf && lastDay(s.e.act_by) >= s.asOf],
  [/^three\.(ask$|act\.)/, (s, day, label) => firstDay(s.e.act_by) === day && day >= s.asOf && (label === 'three.ask' || mine(s, label.slice('three.act.'.length)))],
  [/^three\.due_was$/, (s, day) => s.late.some(({ actor, act_by }) => actor === 'buyer' && lastDay(act_by) === day)],
  [/^three\.sent$/, (s, day) => s.facts.returned_on === day],
];

/** Labels of a row in words, and when these words are true. */
const worded = [
  [/^three\.(ask|start)$/, /^three\.ask_today$/, (s) => s.e.act_by_unknown === true],
  [/^three\.ask$/, /^three\.ask_days$/, (s, v) => s.e.window?.safe === v.days && !firstDay(s.e.act_by)],
  [/^three\.ask$/, /^three\.ask_none$/, (s) => !firstDay(s.e.act_by)],
  [/^three\.wait$/, /^three\.wait_until$/, (s, v) => lastDay(awaited(s)?.act_by) === v.date && v.date >= s.asOf && awaitedOne(s, v.who)],
  [/^three\.wait$/, /^three\.who\.(\w+)$/, (s, v, who) => !(lastDay(awaited(s)?.act_by) >= s.asOf) && awaitedOne(s, who)],
  [/^three\.now$/, /^head\.do\.(\w+)$/, (s, v, act) => mine(s, act)],
  [/^three\.ask_now$/, /^three\.who\.(\w+)$/, (s, v, who) => s.phase === 'late' && (who === 'platform' || who === 'seller' || s.late.some(({ actor }) => actor === who))],
];

const money = [
  [/^three\.money_was$/, (s, v) => s.e.refund_by?.latest === v.latest && v.latest < s.asOf],
  [/^three\.money_(usual|by)$/, (s, v) => s.e.refund_by?.latest === v.latest && v.latest >= s.asOf],
  [/^three\.money_least$/, (s, v) => s.e.refund_by?.earliest === v.earliest && !s.e.refund_by.latest],
  [/^three\.money_(none|open)$/, (s) => !s.e.refund_by?.latest && !s.e.refund_by?.earliest],
];

const notes = [
  [/^three\.ask_last$/, (s, v) => s.e.act_by?.last === v.last && s.e.act_by.safe < v.last],
  [/^three\.money_range_note$/, (s, v) => s.e.refund_by?.earliest === v.earliest && v.earliest > s.asOf],
  [/^three\.ask_days_note$/, (s) => s.e.window?.after !== 'ordered_on'],
  [/^three\.ask_days_note_ordered$/, (s) => s.e.window?.after === 'ordered_on'],
  [/^three\.ask_today_note$/, (s) => s.e.act_by_unknown === true],
  [/^three\.money_at_least$/, (s) => s.e.silent_on.includes('refund_by')],
  [/^three\.money_(stated|estimate|guess|later|open_note)$|^three\.none_note$/, () => true],
];

/** Where a law adds that the seller pays, that stands under the platform's own answer. */
function lawPays(reader, s, note) {
  return Boolean(s.beside?.adds.includes('return_shipping')) && bare(note) === reader.plain('by_law.title', 'by_law.adds_postage');
}

/** A bank or payment service sets a day of its own. */
function judgePayment(reader, s, { label, value }, say) {
  const [said] = reader.messages(bare(value), s.asOf, (key) => key === 'three.money_by');
  const day = said?.values.latest;
  const days = s.all.filter(({ kind }) => kind !== 'promise').flatMap(({ act_by, steps }) => [act_by, ...steps.map((step) => step.act_by)]).flatMap((by) => [by?.safe, by?.last]);
  if (!day || !days.includes(day)) say(`row "${label}: ${value}": no bank and no payment service sets that day`);
}

/** Names of the rows that are true of this verdict; what is wrong goes to `say`. */
function judgeRow(reader, s, row, noted, say) {
  const labels = reader.messages(bare(row.label), s.asOf, (key) => /^three\./.test(key));
  const value = bare(row.value);
  const day = reader.day(value, s.asOf);
  const values = reader.messages(value, s.asOf, (key) => /^(three|head\.do)\./.test(key));
  const text = `${row.label}: ${row.value}`;
  const labelled = (name) => labels.some(({ key }) => name.test(key));
  if (row.id === 'payment') return judgePayment(reader, s, row, say) ?? 'payment';
  const ofLaw = noted && lawPays(reader, s, row.note);
  for (const part of noted && row.note && !ofLaw ? row.note.split('; ') : []) judgeNote(reader, s, part, say);
  if (labelled(/^three\.postage$/)) {
    const [name, note] = payer(s.e.return_shipping);
    if (!values.some(({ key }) => key === name)) say(`row "${text}": not ${name}`);
    else if (noted && note && !ofLaw && !reader.messages(bare(row.note), s.asOf).some(({ key }) => key === note)) say(`row "${text} (${row.note})": not ${note}`);
    return 'postage';
  }
  if (labelled(/^three\.money$/)) {
    if (!money.some(([name, fits]) => values.some(({ key, values: v }) => name.test(key) && fits(s, v)))) say(`row "${text}": money`);
    return 'money';
  }
  const fits = day
    ? dated.some(([name, right]) => labels.some(({ key }) => name.test(key) && right(s, day, key)))
    : worded.some(([label, name, right]) => labelled(label) && values.some(({ key, values: v }) => name.test(key) && right(s, v, name.exec(key)[1])));
  if (!fits) say(`row "${text}"`);
  return labelled(/^three\.sent$/) ? 'postage' : 'ask';
}

function judgeNote(reader, s, part, say) {
  const said = reader.messages(bare(part), s.asOf, (key) => /^(three|arrival|ask)\./.test(key));
  const fits = notes.some(([name, right]) => said.some(({ key, values }) => name.test(key) && right(s, values)));
  if (!fits && !said.some(({ key }) => /^three\.postage_\w+_note$/.test(key) || s.e.missing.includes(key.split('.')[1]))) say(`note "${part}"`);
}

/** The rows of a card; `noted`: with what stands small under them. */
export function judgeRows(reader, s, rows, noted, say) {
  if (rows.length === 0) return;
  if (s.phase === 'done') return say('rows after all is done');
  const found = rows.map((row) => judgeRow(reader, s, row, noted, say));
  const day = firstDay(s.e.act_by);
  const covered = !s.refusal && s.e.status !== 'not_covered';
  // No question of posting once it is back or the money is on its way, of a chargeback, or where nothing has come; none of money where a day is missing.
  const back = s.facts.return_received_on || s.facts.return_accepted_on || s.facts.refund_received_on;
  const sent = s.facts.refund_issued_on || (back && !s.facts.returned_on) || s.e.remedy === 'chargeback' || (s.e.return_shipping === null && !s.facts.received_on && !s.facts.delivered_on);
  const moneyKnown = s.phase === 'start' || s.e.refund_by?.latest || s.e.refund_by?.earliest;
  if (covered && !sent && !found.includes('postage')) say('no row says who pays');
  if (covered && moneyKnown && !found.includes('money')) say('no row says when the money comes');
  if (covered && s.phase === 'start' && day >= s.asOf && !found.includes('ask')) say('no row has the day');
  const last = s.e.act_by?.last;
  const told = rows.some(({ note }) => reader.messages(bare(note.split('; ')[0]), s.asOf).some(({ key, values }) => key === 'three.ask_last' && values.last === last));
  if (noted && covered && s.phase === 'start' && s.e.status !== 'not_yet' && s.e.act_by?.safe < last && last >= s.asOf && found.includes('ask') && !told) say(`no row says ${last}`);
}

/** The order's items: each with its own answer in a word, and how many can go back. */
export function judgeItems(reader, verdict, named, shown, say) {
  if (verdict.items.length < 2) return;
  if (shown.items.length !== verdict.items.length) return say(`${shown.items.length} items of ${verdict.items.length}`);
  for (const [place, { status }] of verdict.items.entries()) {
    const said = reader.messages(bare(shown.items[place]), verdict.as_of, (key) => key.startsWith('items.status.'));
    if (!named[place]) {
      if (shown.items[place] !== '') say(`item ${place + 1} "${shown.items[place]}": nothing is known of it`);
    } else if (!said.some(({ key }) => key === `items.status.${status}`)) say(`item ${place + 1} "${shown.items[place]}": not ${status}`);
  }
  const good = verdict.items.filter(({ status }, place) => named[place] && status === 'allowed').length;
  const said = reader.messages(bare(shown.count), verdict.as_of, (key) => key === 'items.count');
  if (!said.some(({ values }) => values.good === good && Number(values.all) === named.length)) say(`count "${shown.count}": not ${good} of ${named.length}`);
}
