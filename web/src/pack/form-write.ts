// What the form changes in a pack: a list of places with their new values.
import type { Change } from './edits.ts';
import * as read from './form-read.ts';
import { objectOf, ownChoice, rulesOf, textOf, wordsOf, type Json } from './form-read.ts';
import { sentence, type Slot } from './form-words.ts';

/** A name that is not taken yet. */
function free(taken: string[], wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** A new sentence of the first source, and its name. */
export function clause(
  pack: Json,
  wanted: string,
  section: string,
  says: string,
): { id: string; change: Change } {
  const id = free(Object.keys(objectOf(pack['clauses'])), wanted);
  const source = Object.keys(objectOf(pack['sources']))[0] ?? 'page';
  return { id, change: { path: ['clauses', id], value: { source, section, says } } };
}

const rule = (pack: Json, wanted: string, more: Json) => ({
  id: free(
    rulesOf(pack).map(({ id }) => textOf(id)),
    wanted,
  ),
  ...more,
});

/** Appends to a list, one after another. */
function appended(pack: Json, key: 'rules' | 'steps', all: Json[]): Change[] {
  const at = Array.isArray(pack[key]) ? pack[key].length : 0;
  if (at === 0) return [{ path: [key], value: all }];
  return all.map((value, index) => ({ path: [key, at + index], value }));
}

/** A rule of that name, or of one like it, at the end. */
export function addedRule(pack: Json, wanted: string, more: Json): Change[] {
  return appended(pack, 'rules', [rule(pack, wanted, more)]);
}

/** The sentence that goes with a length, as long as it is the one that the form wrote. */
function followed(pack: Json, slot: Slot, found: Json, by: Json): Change[] {
  const cited = read.sentenceOf(pack, found);
  if (!cited || cited.says !== sentence(slot, found['by'])) return [];
  return [{ path: ['clauses', cited.id, 'says'], value: sentence(slot, by) }];
}

export function setPeriod(pack: Json, slot: Slot, part: Json): Change[] {
  const found = read.period(pack, slot);
  if (found.kind !== 'one') return [];
  const by = { ...objectOf(found.rule['by']), ...part };
  const changes: Change[] = Object.entries(part).map(([key, value]) => ({
    path: ['rules', found.index, 'by', key],
    value,
  }));
  const after = part['after'];
  const moved = slot === 'window' || typeof after !== 'string' ? [] : startStep(pack, slot, after);
  return [...changes, ...followed(pack, slot, found.rule, by), ...moved];
}

/** A step opens when its days begin to count. */
function startStep(pack: Json, id: string, after: string): Change[] {
  const steps = Array.isArray(pack['steps']) ? pack['steps'].map(objectOf) : [];
  const at = steps.findIndex((step) => step['id'] === id);
  const changes: Change[] = at < 0 ? [] : [{ path: ['steps', at, 'after'], value: after }];
  return after === 'transit' ? [...changes, ...travelling(pack, id, at)] : changes;
}

/** The parcel's way back, without which nobody knows when the shop has it. */
function travelling(pack: Json, before: string, at: number): Change[] {
  const steps = read.listOf(pack['steps']);
  const clauses = wordsOf(steps.find(({ id }) => id === before)?.['clauses']);
  const changes: Change[] = [];
  if (!steps.some(({ id }) => id === 'transit')) {
    const step = {
      id: 'transit',
      actor: 'carrier',
      after: 'ship_back',
      done: ['return_received_on'],
      clauses,
    };
    changes.push(...(at < 0 ? [] : appended(pack, 'steps', [step])));
  }
  if (!rulesOf(pack).some((one) => wordsOf(one['slot']).includes('transit'))) {
    const by = { after: 'ship_back', length: { fact: 'transit_days' }, unit: 'calendar_days' };
    changes.push(...appended(pack, 'rules', [rule(pack, 'travel', { slot: 'transit', by, clauses })]));
  }
  return read.travel(pack) ? changes : [...changes, ...setTravel(2, 10)];
}

export function setTravel(least: number, most: number): Change[] {
  return [{ path: ['facts', 'transit_days'], value: { range: [least, most], ours: true } }];
}

/** A length that the pack does not have yet, with its step, its sentence and, for the money, what makes it show. */
export function addPeriod(pack: Json, slot: Slot): Change[] {
  const beginnings = {
    window: ['received_on', 30],
    ship_back: ['request_return', 14],
    refund_issued: ['ship_back', 10],
  } as const;
  const [after, length] = beginnings[slot];
  const by = { after, length, unit: 'calendar_days' };
  const section = { window: 'How long', ship_back: 'Sending it back', refund_issued: 'Your money' }[slot];
  const { id, change } = clause(pack, slot, section, sentence(slot, by));
  const step = { window: 'request_return', ship_back: 'ship_back', refund_issued: 'refund_issued' }[slot];
  const known = read.listOf(pack['steps']).some((one) => one['id'] === step);
  const done = { window: 'return_requested_on', ship_back: 'returned_on', refund_issued: 'refund_issued_on' }[
    slot
  ];
  const actor = slot === 'refund_issued' ? 'seller' : 'buyer';
  return [
    change,
    ...(known ? [] : appended(pack, 'steps', [{ id: step, actor, after, done: [done], clauses: [id] }])),
    ...appended(pack, 'rules', [
      rule(pack, slot, { slot: slot === 'window' ? ['window', step] : slot, by, clauses: [id] }),
    ]),
    ...(slot === 'refund_issued' ? moneyOf(pack) : []),
  ];
}

/** Takes a length out. The step stays, and so does its sentence: without a number, where the form wrote it. */
export function dropPeriod(pack: Json, slot: Slot): Change[] {
  const found = read.period(pack, slot);
  if (found.kind !== 'one') return [];
  const cited = read.sentenceOf(pack, found.rule);
  const own = cited?.says === sentence(slot, found.rule['by']);
  const says: Change[] =
    cited && own ? [{ path: ['clauses', cited.id, 'says'], value: 'It has to be posted back.' }] : [];
  return [...says, { path: ['rules', found.index], value: undefined }];
}

/** Without it no day of the refund is ever shown. */
function moneyOf(pack: Json): Change[] {
  const remedies = Array.isArray(pack['remedies']) ? pack['remedies'].map(objectOf) : [];
  return remedies.flatMap((one, index) =>
    one['refund_step'] === undefined
      ? [{ path: ['remedies', index, 'refund_step'], value: 'refund_issued' }]
      : [],
  );
}

/** Sets the reasons of the rules that speak of reasons alone, and takes out those that none is left for. */
function setReasons(
  pack: Json,
  isMeant: (one: Json) => boolean,
  reasons: string[],
  made: () => { clause: Change; rule: Json },
): Change[] {
  const places = rulesOf(pack).flatMap((one, index) => (isMeant(one) ? [index] : []));
  const [first, ...others] = places;
  const gone = (reasons.length > 0 ? others : places)
    .toReversed()
    .map((index): Change => ({ path: ['rules', index], value: undefined }));
  if (reasons.length === 0) return gone;
  if (first !== undefined) {
    const when = objectOf(rulesOf(pack)[first]!['when']);
    return [{ path: ['rules', first, 'when'], value: { ...when, reason: reasons } }, ...gone];
  }
  const { clause: says, rule: more } = made();
  return [says, ...appended(pack, 'rules', [more])];
}

/** What is taken out moves the places of what stands behind it. */
function takenOutLast(changes: Change[]): Change[] {
  const out = changes.filter(({ value }) => value === undefined);
  const placeOf = ({ path }: Change) => Number(path[1]);
  return [
    ...changes.filter(({ value }) => value !== undefined),
    ...out.sort((a, b) => placeOf(b) - placeOf(a)),
  ];
}

const paying = (payer: string) => (one: Json) =>
  wordsOf(one['slot']).includes('return_shipping') && wordsOf(one['payers'])[0] === payer;

/** Who pays the way back for this reason. */
export function setPayer(pack: Json, reason: string, payer: string): Change[] {
  const now = read.payers(pack);
  if (!now || now.get(reason) === payer) return [];
  const before = now.get(reason);
  const of = (who: string) => read.reasons.filter((one) => now.get(one) === who);
  const says = {
    buyer: 'You pay the postage.',
    seller: 'The shop pays the postage.',
    platform: 'The platform pays the postage.',
  };
  const added = setReasons(pack, paying(payer), [...of(payer), reason], () => {
    const { id, change } = clause(pack, `${payer}-pays`, 'Postage', says[payer as keyof typeof says]);
    const when = { reason: [reason] };
    return {
      clause: change,
      rule: rule(pack, `${payer}-pays`, { slot: 'return_shipping', when, payers: [payer], clauses: [id] }),
    };
  });
  const left = before ? of(before).filter((one) => one !== reason) : [];
  const taken = before
    ? setReasons(pack, paying(before), left, () => ({ clause: { path: [], value: null }, rule: {} }))
    : [];
  return takenOutLast([...added, ...taken]);
}

const used = (one: Json) => wordsOf(one['slot']).includes('condition') && one['says'] === 'no';

export function setUnused(pack: Json, reason: string, on: boolean): Change[] {
  const now = read.unusedFor(pack);
  if (!now) return [];
  const reasons = read.reasons.filter((one) => (one === reason ? on : now.includes(one)));
  const any = rulesOf(pack).find(
    (one) => wordsOf(one['slot']).includes('condition') && one['says'] === 'yes',
  );
  const known = 'unused' in objectOf(pack['facts']);
  const assumed: Change[] = known || !on ? [] : [{ path: ['facts', 'unused'], value: { assume: true } }];
  return [
    ...assumed,
    ...setReasons(pack, used, reasons, () => {
      const { id, change } = clause(pack, 'unused', 'What for', 'It has to be unused.');
      const more = { slot: 'condition', when: { reason: [reason], unused: false }, says: 'no' };
      const overrides = any ? { overrides: [textOf(any['id'])] } : {};
      return { clause: change, rule: rule(pack, 'used', { ...more, ...overrides, clauses: [id] }) };
    }),
  ];
}

/** Whether something can go back for this reason; a new one is paid for as is usual. */
export function setAccepted(pack: Json, reason: string, on: boolean): Change[] {
  const now = read.accepted(pack);
  if (!now) return [];
  const reasons = read.reasons.filter((one) => (one === reason ? on : now.reasons.includes(one)));
  const changes: Change[] = [{ path: ['remedies', now.remedy, 'when', 'reason'], value: reasons }];
  const unpaid = on && read.payers(pack)?.has(reason) === false;
  return unpaid
    ? [...changes, ...setPayer(pack, reason, ownChoice.includes(reason) ? 'buyer' : 'seller')]
    : changes;
}

/** What to have ready: the rule's codes, and the list in which the pack declares them. */
export function setEvidence(pack: Json, code: string, on: boolean): Change[] {
  const found = read.evidence(pack);
  const declared = wordsOf(pack['evidence'] ?? []);
  const list: Change[] =
    on && !declared.includes(code) ? [{ path: ['evidence'], value: [...declared, code] }] : [];
  if (found.kind === 'more') return [];
  if (found.kind === 'none') {
    const { id, change } = clause(pack, 'evidence', 'Proof', 'Show what is wrong.');
    const reasons = read.reasons.filter((one) => !ownChoice.includes(one));
    const more = { slot: 'evidence', when: { reason: reasons }, codes: [code], clauses: [id] };
    return [...list, change, ...appended(pack, 'rules', [rule(pack, 'proof', more)])];
  }
  const codes = wordsOf(found.rule['codes']).filter((one) => one !== code);
  const now = on ? [...codes, code] : codes;
  if (now.length === 0) return [{ path: ['rules', found.index], value: undefined }];
  return [...list, { path: ['rules', found.index, 'codes'], value: now }];
}

export function setSource(id: string, key: string, value: string): Change[] {
  const empty = key === 'date' ? null : undefined;
  return [{ path: ['sources', id, key], value: value || (key === 'title' ? '' : empty) }];
}

export function addSource(pack: Json): Change[] {
  const id = free(Object.keys(objectOf(pack['sources'])), 'page');
  return [{ path: ['sources', id], value: { title: 'Another page', tier: 'platform_page', date: null } }];
}

/** Takes a page out; null where a sentence is from it, or it is the only one. */
export function dropSource(pack: Json, id: string): Change[] | null {
  const cited = Object.values(objectOf(pack['clauses'])).some((one) => objectOf(one)['source'] === id);
  const only = Object.keys(objectOf(pack['sources'])).length === 1;
  return cited || only ? null : [{ path: ['sources', id], value: undefined }];
}

/** A short name from the shop's own: what a case calls it. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 64) || 'my-shop'
  );
}

/** The short name follows the shop's own until the author gives another. */
export function setName(pack: Json, name: string): Change[] {
  const follows = textOf(pack['id']) === slug(textOf(pack['name']));
  return [{ path: ['name'], value: name }, ...(follows ? [{ path: ['id'], value: slug(name) }] : [])];
}
