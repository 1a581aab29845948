// The words: no engine vocabulary on screen, every language whole, every code of every pack worded.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faultsOf, readMessages, tags } from '../../web/scripts/check-messages.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
const english = new Map(flatten(JSON.parse(read('web/messages/en.json'))));
const packs = readdirSync(new URL('core/packs/', root))
  .filter((name) => name.endsWith('.json') && !name.includes('schema'))
  .map((name) => JSON.parse(read(`core/packs/${name}`)));

const laws = readdirSync(new URL('core/laws/', root))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(read(`core/laws/${name}`)));

test('words of the engine never reach the screen', () => {
  const banned = /\b(entitlements?|verdicts?|clauses?|contested|conditional|remed(y|ies)|payers?|silent|null|packs?)\b/i;
  for (const [key, text] of english) assert.doesNotMatch(text, banned, key);
  assert.ok(english.size > 400);
});

test('every language has the same messages, with the same parts, the plural forms of its own, and short labels', () => {
  const source = Object.fromEntries(english);
  for (const tag of tags()) assert.deepEqual(faultsOf(tag, readMessages(tag), source), [], tag);
  assert.ok(tags().length >= 2);
});

test('each fault that a translation can have is found', () => {
  const meta = { 'meta.name': 'Polski', 'meta.dir': 'ltr', 'meta.date_locale': 'pl-PL', 'meta.read': 'no' };
  const faults = (tag, own) => faultsOf(tag, own, Object.fromEntries([...english].filter(([key]) => key in own || key === 'yes'))).join('\n');
  const found = (change, tag = 'pl') => faults(tag, { ...meta, yes: 'Tak', ...change });
  assert.equal(found({}), '');
  assert.equal(faults('pl', meta), 'yes: missing');
  assert.equal(found({ 'yes.more': 'x' }), 'yes.more: no such message in English');
  assert.equal(found({ 'head.not_yet.act': 'Od jutra.' }), 'head.not_yet.act: speaks of {} where English speaks of {date}');
  assert.match(found({ 'head.not_yet.act': 'Od {date.' }), /^head\.not_yet\.act: /);
  assert.equal(found({ 'head.allowed.left': '{days, plural, one {# dzień} few {# dni} other {# dnia}}' }), 'head.allowed.left: plural days lacks "many"');
  assert.equal(found({ 'head.allowed.left': '{days, plural, one {#} two {#} few {#} many {#} other {#}}' }), 'head.allowed.left: "two" is no plural category of pl');
  assert.match(found({ 'three.ask_days': '{unit, select, calendar_days {{days, plural, one {#} few {#} many {#} other {#}}} other {{days}}}' }), /select unit lacks business_days/);
  assert.match(found({ 'fold.change': 'Zmień to, co zostało powiedziane wcześniej' }), /^fold\.change: .* is too long for its place/);
  assert.equal(found({ 'page.footer_any': 'Klauzula druga, dla każdego.' }), 'page.footer_any: "Klauzula" is jargon');
  assert.equal(found({ 'failed.lead': ' ' }), 'failed.lead: empty');
  assert.equal(found({ 'failed.act': english.get('failed.act') }), 'failed.act: the same as in English');
  assert.equal(found({}, 'he'), 'meta.dir: he is written rtl');
  assert.equal(found({ 'meta.read': 'perhaps' }), 'meta.read: yes or no');
  assert.equal(found({ 'meta.date_locale': 'ar-EG' }), 'meta.date_locale: its digits are not those of other numbers');
});

test('every message that the code names exists', () => {
  const source = readdirSync(new URL('web/src/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n');
  const names = [...source.matchAll(/\bt\(\s*'([a-z_.]+)'/g)].map((found) => found[1]);
  assert.ok(names.length > 80);
  for (const name of names) assert.ok(english.has(name), name);
});

test('every code that a pack can give has words', () => {
  for (const pack of packs) {
    const codes = (slot) => pack.rules.filter((rule) => [rule.slot].flat().includes(slot)).flatMap((rule) => rule.codes ?? []);
    for (const code of codes('advice')) assert.ok(english.has(`advice.${code}`), `${pack.id}: advice.${code}`);
    for (const code of codes('evidence')) assert.ok(english.has(`evidence.${code}`), `${pack.id}: evidence.${code}`);
    for (const code of [...codes('support'), ...codes('location')]) assert.ok(english.has(`help.${code}`), `${pack.id}: help.${code}`);
    for (const remedy of pack.remedies) assert.ok(english.has(`ways.${remedy.id}`), `${pack.id}: ways.${remedy.id}`);
    for (const code of codes('warning')) assert.ok(english.has(`warning.${code}`), `${pack.id}: warning.${code}`);
    for (const step of pack.steps) assert.ok(english.has(`steps.${step.id ?? step}`), `${pack.id}: steps.${step.id}`);
  }
  assert.ok(packs.length >= 1);
});

test('every code, step and assumption of a law has words, and every fact that only laws ask for a question', () => {
  for (const { id, rules, steps = [], remedies, facts = {} } of laws) {
    for (const code of rules.filter(({ slot }) => slot === 'advice').flatMap(({ codes }) => codes)) assert.ok(english.has(`by_law.advice.${code}`) || english.has(`advice.${code}`), `${id}: ${code}`);
    for (const step of steps) assert.ok(english.has(`by_law.steps.${step.id}`) || english.has(`steps.${step.id}`), `${id}: ${step.id}`);
    for (const remedy of remedies) {
      const owes = english.has(`ladder.who.${id}`) || english.has(`ladder.who.${remedy.owed_by}`);
      if (remedy.kind === 'last_resort') assert.ok(owes, `${id}: who owes it`);
    }
    for (const [fact, { assume }] of Object.entries(facts))
      if (assume !== undefined) assert.ok(english.has(`by_law.assume.${fact}.yes`), `${id}: ${fact}`);
  }
  assert.ok(laws.length > 20);
  for (const { id, kind, values = [], of_case } of JSON.parse(read('core/dictionary/law_facts.json')).facts) {
    if (of_case) continue;
    assert.ok(english.has(`ask.${id}`), `ask.${id}`);
    if (kind === 'date') assert.ok(english.has(`row.${id}`) && english.has(`chips.date.${id}`), id);
    if (kind === 'yes_no') assert.ok(english.has(`chips.fact.${id}.yes`) && english.has(`chips.fact.${id}.no`), id);
    for (const value of kind === 'choice' ? values : []) assert.ok(english.has(`option.${id}.${value}`) && english.has(`chips.choice.${id}.${value}`), `${id} ${value}`);
  }
});

test('every reason, event and letter of the page has words, and a shopper can say every reason of the engine', () => {
  const data = (name) => JSON.parse(read(`web/src/answers/${name}.json`))[name];
  const dictionary = JSON.parse(read('core/dictionary/facts.json')).facts;
  const fact = (id) => dictionary.find((one) => one.id === id);
  const sayable = new Set(data('reasons').flatMap(({ id, sets, splits }) => [...Object.values(splits ?? {}), sets ? sets.reason : splits ? [] : id].flat()));
  for (const reason of fact('reason').values) assert.ok(sayable.has(reason), `no tile for ${reason}`);
  for (const { id, splits, sets } of data('reasons')) {
    assert.ok(english.has(`reason.${id}`), id);
    for (const one of [...Object.values(splits ?? {}), ...(splits || sets ? [] : [id])])
      for (const form of ['dated', 'undated']) assert.ok(english.has(`seller.${form}.${one}`), `${form} ${one}`);
  }
  for (const { id, date, asks } of data('events')) {
    assert.ok(english.has(`event.${id}`), id);
    if (date) assert.ok(fact(date) && english.has(`row.${date}`) && english.has(`ask.${date}`), date);
    for (const value of asks ? fact(asks).values : []) assert.ok(english.has(`option.${asks}.${value}`), `${asks} ${value}`);
  }
  for (const { id, then } of data('letters'))
    for (const key of [id, then]) if (key && key !== 'ask') assert.ok(english.has(`seller.letter.${key}`), key);
});

test('every date that can happen can be told as an event', () => {
  const dates = JSON.parse(read('core/dictionary/facts.json')).facts.filter(({ kind }) => kind === 'date').map(({ id }) => id);
  const { events } = JSON.parse(read('web/src/answers/events.json'));
  const told = new Set(events.map(({ date }) => date));
  const asked = ['ordered_on', 'shipped_on', 'promised_by', 'received_on', 'seller_cancelled_on'];
  assert.deepEqual(dates.filter((id) => !told.has(id) && !asked.includes(id)), []);
});

test('no shop, number of days or date in the page’s code', () => {
  const names = packs.map((pack) => pack.name);
  const folder = fileURLToPath(new URL('web/src/', root));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.parentPath.includes('generated')) continue;
    const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8');
    for (const pack of packs) assert.ok(!text.includes(pack.name) && !text.includes(`'${pack.id}'`), `${pack.name} in ${entry.name}`);
    assert.ok(text.split('\n').length <= 400, entry.name);
  }
  for (const [key, text] of english) for (const name of names) assert.ok(!text.includes(name), `${name} in ${key}`);
});

test('no template has a style attribute and the lock names no registry', () => {
  const folder = fileURLToPath(new URL('web/src/page/', root));
  for (const name of readdirSync(folder)) assert.doesNotMatch(readFileSync(folder + name, 'utf8'), /\sstyle=/, name);
  assert.doesNotMatch(read('web/package-lock.json'), /"resolved"|registry\./);
});
