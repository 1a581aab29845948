// A second opinion on the headline: what a verdict allows a screen to say, written from the contract between engine and page
// and not from the page's code. Each message has a condition under which it is true; what has to be said is listed apart.
import { daysBetween } from './reading.mjs';

const no = ['refused', 'expired'];
const unsure = ['conditional', 'contested'];
/** Days are counted down over the last two weeks. */
const countdown = 14;

/** What a screen speaks of: the leading entitlement, whose turn it is, and the facts that the shopper gave. */
export function subject(verdict, facts, shop) {
  const { headline } = verdict;
  const item = verdict.items.find(({ id }) => id === headline.item) ?? verdict.items[0];
  const e = item.entitlements[headline.entitlement ?? -1] ?? item.entitlements.find(({ policy }) => policy === verdict.policy);
  const promise = item.entitlements.find(({ kind, policy }) => kind === 'promise' && policy === verdict.policy);
  const steps = e?.steps ?? [];
  const open = steps.filter(({ state }) => ['due', 'overdue', 'waiting'].includes(state));
  // What follows a step of the shopper's whose turn has not come, and names no day, has not come either.
  const own = steps.filter(({ actor }) => actor === 'buyer');
  const early = (step) => step.state === 'due' && !step.act_by && own[own.indexOf(step) - 1]?.state === 'later';
  const went = steps.some(({ id, done_on }) => (id === 'inspection' || id === 'refund_issued') && done_on);
  return {
    asOf: verdict.as_of, phase: headline.phase, beside: headline.beside, all: item.entitlements,
    law: verdict.items.find(({ id }) => id === headline.beside?.item)?.entitlements[headline.beside.entitlement], named: headline.entitlement !== null, question: verdict.next_question,
    e, promise, facts, shop, steps,
    mine: open.filter(({ actor, state }) => actor === 'buyer' && state !== 'waiting').filter((step) => !early(step)),
    theirs: open.filter(({ actor, state }) => actor !== 'buyer' && state !== 'overdue'),
    late: steps.filter(({ state }) => state === 'overdue'),
    refusal: Boolean(e) && no.includes(e.status) && !went,
  };
}

const firstDay = (by) => by?.safe ?? by?.last ?? null;
const lastDay = (by) => by?.last ?? by?.safe ?? null;
/** The days on which the shopper may be sent to act: the promise's own and those of his steps. */
const spans = (s) => [s.e?.act_by, ...s.mine.map(({ act_by }) => act_by)].filter((by) => firstDay(by));
const spanOf = (s, day) => spans(s).filter((by) => firstDay(by) === day);

/** The step of an act is one of the shopper's own that is due; "start the return" stands for any. */
const mayAct = (s, act) => act.split('|').some((id) => id === 'any' || s.mine.some((step) => step.id === id));
/** The act and the day belong together. */
function actOn(s, act, day) {
  const steps = s.mine.filter(({ id }) => act.split('|').includes(id));
  return [s.e?.act_by, ...steps.map(({ act_by }) => act_by)].some((by) => firstDay(by) === day);
}

const started = (s) => s.phase !== 'start';
const open = (s, status) => !started(s) && s.e?.status === status;
const lapsed = (s) => [s.e, s.promise].filter((e) => e && e.status === 'expired');
const overdue = (s, id) => s.phase === 'late' || s.refusal ? s.late.some((step) => step.id === id) : false;
const awaited = (s) => s.theirs[0] ?? s.steps.find(({ actor, state }) => actor !== 'buyer' && state === 'later');
/** What the shopper can do now by the law that the verdict points to. */
const lawSteps = (s) => (s.law?.steps ?? []).filter(({ actor, state }) => actor === 'buyer' && ['due', 'overdue'].includes(state));
/** Whether anybody has said that the money will come: until then it is an answer that is awaited. */
const said = ['returned_on', 'return_received_on', 'return_accepted_on', 'refund_issued_on', 'return_approved_on', 'refund_agreed_on', 'seller_cancelled_on', 'offer_accepted_on', 'chargeback_filed_on'];
export function settled({ facts }) {
  return facts.seller_agreed === true || !['refused', undefined, null].includes(facts.dispute_outcome) || said.some((id) => typeof facts[id] === 'string');
}
/** What is awaited, by one of its names. */
function awaits(s, id) {
  const step = awaited(s);
  if (id === 'bank_decision' && typeof s.facts.chargeback_filed_on === 'string') return true;
  return id === 'any' || step?.id === id || (id === 'seller_reply' && Boolean(step?.id.startsWith('refund')) && !settled(s));
}
const waits = (s) => s.phase === 'waiting' || (s.phase === 'your_turn' && s.mine.length === 0) || s.phase === 'your_turn';
const left = (s) => s.steps.filter(({ actor, state }) => actor === 'buyer' && ['due', 'overdue', 'later'].includes(state));
const waitedDay = (s) => lastDay(awaited(s)?.act_by) ?? s.e?.refund_by?.latest ?? null;
const event = (s) => typeof s.facts.dispute_opened_on === 'string' || started(s);

/** When each message is true. `v`: the parts that were put in; `id`: the last word of its name. */
const truths = [
  [/^head\.allowed\.(left)$/, (s, v) => v.days <= countdown && spans(s).some((by) => daysBetween(s.asOf, firstDay(by)) === v.days && (v.days > 0 || firstDay(by) === lastDay(by)))],
  [/^head\.allowed\.(last)$/, (s, v) => spans(s).some((by) => by.last === v.last && by.safe < v.last && v.last >= s.asOf)],
  [/^head\.allowed\.(last_day)$/, (s) => spans(s).some((by) => firstDay(by) === s.asOf && lastDay(by) > s.asOf)],
  [/^head\.allowed\.(open)$/, (s) => s.e.act_by_unknown === true && !firstDay(s.e.act_by)],
  [/^head\.allowed\.(no_end)$/, (s) => !firstDay(s.e.act_by)],
  [/^head\.allowed\.(\w+)\.lead$/, (s, v, id) => open(s, 'allowed') && (s.e.remedy === id || (id === 'refund_on_return' && s.e.kind === 'promise'))],
  [/^head\.depends\.(lead)$/, (s) => open(s, 'conditional') && s.question !== null],
  [/^head\.depends\.(lead_other)$/, (s) => open(s, 'conditional')],
  [/^head\.depends\.(longer_lead)$/, (s, v) => s.e.window?.safe === v.days && s.e.window.unit === 'calendar_days' && firstDay(s.e.act_by) < s.asOf],
  [/^head\.depends\.(longer_act|passed_lead)$/, (s) => open(s, 'conditional') && firstDay(s.e.act_by) < s.asOf && lastDay(s.e.act_by) >= s.asOf && s.e.missing.includes('seller_return_window')],
  [/^head\.depends\.(norule_lead)$/, (s) => open(s, 'conditional') && s.e.silent_on.length > 0],
  [/^head\.depends\.(norule_open)$/, (s) => !(firstDay(s.e.act_by) >= s.asOf)],
  [/^head\.depends\.(norule_act|deadline)$/, (s, v) => firstDay(s.e.act_by) === v.date && v.date >= s.asOf],
  [/^head\.disagree\.(deadline_lead)$/, (s) => open(s, 'contested') && s.e.act_by?.safe < s.asOf],
  [/^head\.disagree\.(deadline_under)$/, (s, v) => s.e.act_by?.safe === v.safe && s.e.act_by.last === v.last && v.safe < s.asOf],
  [/^head\.disagree\.(opening_lead)$/, (s) => open(s, 'contested') && s.e.opens?.earliest <= s.asOf && !(s.e.opens.sure <= s.asOf && s.e.opens.sure !== null)],
  [/^head\.disagree\.(opening_under)$/, (s, v) => s.e.opens?.earliest === v.earliest && s.e.opens.sure === v.sure],
  [/^head\.disagree\.(opening_under_unsure)$/, (s, v) => s.e.opens?.earliest === v.earliest && s.e.opens.sure === null],
  [/^head\.disagree\.(grounds_lead)$/, (s) => open(s, 'contested')],
  [/^head\.not_yet\.(lead|under)$/, (s) => open(s, 'not_yet')],
  [/^head\.not_yet\.(act)$/, (s, v) => s.e.opens?.earliest === v.date && v.date > s.asOf],
  [/^head\.not_yet\.(act_unknown)$/, (s) => !s.e.opens?.earliest],
  [/^head\.expired\.(lead|under)$/, (s) => lapsed(s).length > 0],
  [/^head\.expired\.(act)$/, (s, v) => lapsed(s).some((e) => lastDay(e.act_by) === v.date && v.date < s.asOf)],
  [/^head\.expired\.(act_unknown)$/, (s) => lapsed(s).some((e) => !e.act_by?.last)],
  [/^head\.refused\.(?:act\.)?(\w+)$/, (s, v, id) => [s.e, s.promise].some((e) => e?.status === 'refused') && (['lead', 'under', 'any'].includes(id) || s.facts.category === id)],
  [/^head\.norule\.(lead|act)$/, (s) => !s.named || (s.e.status === 'not_covered')],
  [/^head\.(under_way)$/, (s) => event(s) || s.steps.some(({ actor, done_on }) => actor === 'buyer' && done_on)],
  [/^head\.(left_law)$/, (s) => s.refusal || s.e?.kind === 'last_resort' || !s.named],
  [/^head\.(left)$/, (s, v) => s.e.kind === 'last_resort' && v.way.split('|').includes(s.e.remedy)],
  [/^head\.nodate\.(lead)$/, (s) => !s.e.act_by?.safe && !no.includes(s.e.status)],
  [/^head\.nodate\.(lead_depends)$/, (s) => !s.e.act_by?.safe && s.e.status !== 'allowed'],
  [/^head\.nodate\.(under)$/, (s) => s.e.window?.after !== 'ordered_on'],
  [/^head\.nodate\.(under_ordered)$/, (s) => s.e.window?.after === 'ordered_on'],
  [/^head\.nodate\.(under_unknown)$/, (s) => s.noDate || s.facts[s.e.window?.after] === null],
  [/^head\.before\.(act|act_ordered)$/, (s, v, id) => s.e.window && (id === 'act_ordered') === (s.e.window.after === 'ordered_on') && (v.days === undefined || v.days === s.e.window.safe)],
  [/^head\.before\.(act_open)$/, (s) => !s.e.window],
  [/^head\.(by)$/, (s, v) => v.date > s.asOf && mayAct(s, v.act) && actOn(s, v.act, v.date)],
  [/^head\.(today)$/, (s, v) => mayAct(s, v.act)],
  [/^head\.(plain)$/, (s, v) => mayAct(s, v.act)],
  [/^head\.(passed)$/, (s, v) => spanOf(s, v.safe).some((by) => by.last === v.last) && v.safe < s.asOf && v.last >= s.asOf],
  [/^head\.(passed_open)$/, (s, v) => spanOf(s, v.safe).some((by) => !(by.last >= s.asOf)) && v.safe < s.asOf],
  [/^head\.waiting\.until\.(\w+)$/, (s, v, id) => waits(s) && waitedDay(s) === v.date && v.date >= s.asOf && awaits(s, id)],
  [/^head\.waiting\.for\.(\w+)$/, (s, v, id) => waits(s) && !(waitedDay(s) >= s.asOf) && awaits(s, id)],
  [/^head\.waiting\.(nothing)$/, (s) => waits(s) && left(s).length === 0 && waitedDay(s) >= s.asOf && !(s.e.warnings?.length) && !unsure.includes(s.e.status)],
  [/^head\.waiting\.(no_day)$/, (s) => waits(s) && !(waitedDay(s) >= s.asOf)],
  [/^head\.waiting\.(unsure)$/, (s) => unsure.includes(s.e.status)],
  [/^head\.late\.since_(\w+)$/, (s, v, id) => s.late.some((step) => step.id === id && lastDay(step.act_by) === v.date) && v.date < s.asOf],
  [/^head\.late\.(since)$/, (s, v) => s.late.some(({ act_by }) => lastDay(act_by) === v.date) && v.date < s.asOf],
  [/^head\.late\.(money_since)$/, (s, v) => [s.e.refund_by?.latest, ...s.late.map(({ act_by }) => lastDay(act_by))].includes(v.date) && v.date < s.asOf],
  [/^head\.late\.(mine_since)$/, (s, v) => s.late.some(({ actor, act_by }) => actor === 'buyer' && lastDay(act_by) === v.date) && v.date < s.asOf],
  [/^head\.late\.(chase)$/, (s) => s.phase === 'late'],
  [/^head\.late\.chase_for\.(\w+)$/, (s, v, id) => overdue(s, id)],
  [/^head\.late\.(any)$/, (s) => s.phase === 'late' || s.late.length > 0],
  [/^head\.late\.(\w+)$/, (s, v, id) => overdue(s, id) || (id === 'refund_arrives' && s.phase === 'late' && s.late.length === 0)],
  [/^head\.finished\.(lead|act)$/, (s) => s.phase === 'done'],
  [/^head\.asked\.(\w+)$/, (s, v, id) => open(s, 'conditional') && s.e.remedy === id],
  [/^head\.now\.(\w+)$/, (s, v, id) => s.mine.some((step) => step.id === id)],
  [/^head\.then\.(\w+)_from$/, (s, v, id) => s.steps.some((step) => step.id === id && step.actor === 'buyer' && step.state === 'later' && step.opens?.earliest === v.date && v.date > s.asOf)],
  [/^head\.then\.(\w+)$/, (s, v, id) => s.steps.some((step) => step.id === id && step.actor === 'buyer' && step.state === 'later')],
  [/^head\.unserved\.(\w+)$/, (s, v, id) => s.facts.wants !== undefined && s.facts.wants !== 'refund' && (id === 'any' || s.facts.wants === id) && !s.steps.some(() => s.e.remedy === s.facts.wants && !no.includes(s.e.status))],
  [/^head\.not_here\.(lead|look)$/, (s) => s.facts.reason === 'late' && !s.facts.received_on],
  [/^head\.not_here\.(promised)$/, (s, v) => s.facts.promised_by === v.date],
  [/^by_law\.open\.(\w+)$/, (s, v, id) => Boolean(s.law) && !started(s) && (s.e?.status === id || (id === 'any' && s.e?.status === 'not_covered'))],
  [/^by_law\.(act)$/, (s, v) => lawSteps(s).some((step) => v.act.split('|').includes(step.id))],
  [/^by_law\.(act_by)$/, (s, v) => lawSteps(s).some((step) => v.act.split('|').includes(step.id) && firstDay(step.act_by) === v.date)],
  [/^warning\.(\w+)$/, (s, v, id) => s.e?.warnings?.includes(id)],
  [/^(law)$/, () => true],
];

/** Facts that have to stand behind a sentence of what happened, and the day that it names. */
const happened = {
  decided: ['dispute_decided_on', 'dispute_outcome'], withdrawn: ['dispute_decided_on'], bank_decided: ['chargeback_decided_on', 'chargeback_outcome'], bank_asked: ['chargeback_filed_on'],
  offered: ['', 'offer'], offer_taken: ['offer_accepted_on', 'offer'], escalated: ['escalated_on'], lost: [''], agreed: ['seller_replied_on'], declined: ['seller_replied_on'],
  cancel_asked: ['cancel_requested_on'], countdown: [''],
};
const saysWhatHappened = {
  withdrawn: (f) => f.dispute_outcome === 'withdrawn', lost: (f) => f.return_lost === true, agreed: (f) => f.seller_agreed === true, declined: (f) => f.seller_agreed === false,
  countdown: (f) => typeof f.protection_ends_on === 'string',
};

function stateTrue(s, key, values) {
  const [, id, value] = key.split('.');
  const [day, fact] = happened[id] ?? [];
  if (day === undefined) return false;
  if (value && fact && s.facts[fact] !== value) return false;
  if (values.date && s.facts[day] !== values.date) return false;
  return saysWhatHappened[id]?.(s.facts) ?? true;
}

/** Whether a message is true of this verdict. One that the opinion does not know is never true. */
export function holds(s, { key, values }) {
  if (key.startsWith('state')) return stateTrue(s, key, values);
  for (const [name, condition] of truths) {
    const found = name.exec(key);
    if (found) return Boolean(condition(s, values, found[1]));
  }
  return false;
}

/** What has to stand there, whatever else does: the first word by status and phase, the day, the warning. */
export function required(s) {
  const { e, asOf } = s;
  const must = [];
  const say = (what, pattern, fits = () => true) => must.push({ what, pattern, fits });
  if (s.phase === 'done') return [{ what: 'done', pattern: /^head\.finished\.lead$/, fits: () => true }];
  for (const code of e?.warnings ?? []) say(`the warning ${code}`, /^warning\./);
  if (!e) return must;
  const day = firstDay(e.act_by);
  const waiting = /^head\.(nodate|not_here)\.lead/;
  const noDay = e.window && e.missing.includes(e.window.after) && !e.act_by?.safe;
  if (s.refusal || !s.named) {
    const best = s.promise ?? e;
    const word =
      { refused: /^(head\.refused\.lead|by_law\.open\.refused|state\.)/, expired: /^(head\.expired\.lead|head\.late\.|by_law\.open\.expired|state\.)/ }[best.status] ??
      /^(head\.(norule\.lead|expired\.lead|refused\.lead|late\.)|by_law\.open\.|state\.)/;
    say(`no: ${best.status}`, word);
    const begun = started(s) || s.steps.some(({ actor, done_on }) => actor === 'buyer' && done_on);
    if (begun && s.refusal && s.e === s.promise) say('it is under way', /^(head\.(under_way|late\.)|state\.)/);
    return must;
  }
  if (started(s)) return [...must, ...requiredUnderWay(s)];
  if (e.kind === 'last_resort') return must;
  if (noDay || (e.remedy !== 'refund_without_return' && s.facts.reason === 'late' && !s.facts.received_on && !s.facts.delivered_on)) {
    say('no day yet', new RegExp(`${waiting.source}|^head\\.(depends|asked|not_yet|allowed|disagree)\\.`));
    return must;
  }
  const first = {
    allowed: /^head\.allowed\.\w+\.lead$/, conditional: /^head\.(depends\.\w*lead(_other)?|asked\.\w+)$/, contested: /^head\.disagree\.\w+_lead$/,
    not_yet: /^head\.not_yet\.lead$/, expired: /^head\.expired\.lead$/, refused: /^head\.refused\.lead$/, not_covered: /^(head\.norule\.lead|by_law\.open\.any)$/,
  }[e.status];
  say(`the first word of ${e.status}`, first);
  if (e.status === 'not_yet' && e.opens?.earliest) say(`from ${e.opens.earliest}`, /^head\.not_yet\.act$/);
  const opening = e.status === 'contested' && e.opens && e.opens.earliest !== e.opens.sure && !(e.opens.sure && e.opens.sure <= asOf);
  if (opening) say(`from ${e.opens.earliest} or ${e.opens.sure}`, /^head\.disagree\.opening_under/);
  if (!day || opening || !['allowed', 'contested'].includes(e.status)) return must;
  must.push(...theAct(s));
  if (day > asOf) say(`act by ${day}`, /^head\.by$/, (v) => v.date === day);
  const days = daysBetween(asOf, day);
  if (days > 0 && days <= countdown) say(`${days} days left`, /^head\.allowed\.left$/, (v) => v.days === days);
  if (day <= asOf) say('act today', /^head\.today$/);
  if (day > asOf && e.act_by.safe && e.act_by.last > e.act_by.safe) say(`also ${e.act_by.last}`, /^head\.allowed\.last$/, (v) => v.last === e.act_by.last);
  if (day < asOf && e.act_by.last >= asOf) say(`passed on ${day}`, /^head\.(passed|disagree\.deadline_under)$/);
  if (day === asOf) say('the last day', /^head\.allowed\.(left|last_day)$/);
  return must;
}

/** Where a step of the shopper's closes on the very day of the promise, that is the step to name. */
function theAct(s) {
  const day = firstDay(s.e.act_by);
  const steps = day ? s.mine.filter(({ act_by }) => firstDay(act_by) === day).map(({ id }) => id) : [];
  const named = (v) => steps.some((id) => v.act.split('|').includes(id));
  return steps.length ? [{ what: `the act ${steps.join(' or ')}`, pattern: /^head\.(by|today|plain)$/, fits: named }] : [];
}

function requiredUnderWay(s) {
  const until = waitedDay(s);
  if (s.phase === 'late') return [{ what: 'late', pattern: /^head\.late\.\w+$/, fits: () => true }];
  if (s.phase === 'waiting')
    return [{ what: until >= s.asOf ? `until ${until}` : 'waiting', pattern: until && until >= s.asOf ? /^head\.waiting\.until\./ : /^head\.waiting\.for\./, fits: () => true }];
  if (s.mine.length === 0) return [{ what: 'waiting', pattern: /^head\.waiting\./, fits: () => true }];
  const day = s.e.act_by && firstDay(s.e.act_by);
  const act = /^head\.(by|today|plain|waiting\.\w+\.\w+)$/;
  return [{ what: 'the act', pattern: act, fits: () => true }, ...theAct(s), ...(day && day > s.asOf && s.e.status === 'allowed' ? [{ what: `by ${day}`, pattern: /^head\.(by|plain|waiting\.\w+\.\w+)$/, fits: () => true }] : [])];
}
