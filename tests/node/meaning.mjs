// Words that carry the meaning of a message, by language: a "not", who is meant, "over", "safest", "probably". A message has
// such a word in every language or in none; where a language says it by other words, meaning.json names it.
import { readFileSync } from 'node:fs';
import { parse } from '../../web/node_modules/@messageformat/parser/lib/parser.js';

const { words, otherwise, turned, never_one: neverOne } = JSON.parse(readFileSync(new URL('meaning.json', import.meta.url), 'utf8'));

/** The messages that an answer, its letters and its steps are made of. */
export const ofAnswer = /^(head|three|warning|state|state_note|items\.status|why|ways|seller|steps|yes|no)(\.|$)/;

const patterns = new Map();
function pattern(name, tag) {
  const key = `${name} ${tag}`;
  if (!patterns.has(key)) patterns.set(key, new RegExp(`(?<!\\p{L})(?:${words[name][tag].join('|')})(?!\\p{L})`, 'iu'));
  return patterns.get(key);
}

const texts = (tokens) => tokens.map((token) => (token.type === 'content' ? token.value : token.cases ? token.cases.map((one) => texts(one.tokens)).join(' ') : ' ~ ')).join('');
const parts = (tokens) => tokens.flatMap((token) => [...(token.arg ? [token.arg] : []), ...(token.cases ?? []).flatMap((one) => parts(one.tokens))]);

export const classes = Object.keys(words).filter((name) => name !== 'no');
export const has = (name, tag, message) => pattern(name, tag).test(texts(parse(message)));
/** In how many sentences of a message such a word stands. */
export const howOften = (name, tag, message) => texts(parse(message)).split(/(?<=[.;!?:])\s+/).filter((sentence) => pattern(name, tag).test(sentence)).length;

/** @returns {string[]} where a language says another thing than the others. `all`: { tag: { key: message } } */
export function meaningFaults(all, wanted = ofAnswer) {
  const tags = Object.keys(all);
  const faults = [];
  for (const key of Object.keys(all.en).filter((one) => wanted.test(one)))
    for (const name of classes) {
      const excused = otherwise[name]?.[key]?.split(' ') ?? [];
      const found = tags.map((tag) => howOften(name, tag, all[tag][key]));
      const most = usual(found);
      for (const [place, tag] of tags.entries())
        if ((found[place] !== most) !== excused.includes(tag)) faults.push(`${tag} ${key}: "${all[tag][key]}" has a word for "${name}" in ${found[place]} sentences, most languages in ${most}`);
    }
  return [...faults, ...firstWordFaults(all), ...oneFaults(all), ...orderFaults(all)];
}

/** The number that stands there most often; of two the lower one. */
export function usual(numbers) {
  const often = (one) => numbers.filter((other) => other === one).length;
  return [...numbers].sort((a, b) => often(b) - often(a) || a - b)[0];
}

/** English has words of its own for one, where most languages have; but for what is never one. */
function oneFaults(all) {
  const plurals = (tokens) => tokens.flatMap((token) => (token.cases ?? []).flatMap(({ tokens: inside }) => plurals(inside)).concat(token.type === 'plural' ? [token] : []));
  const one = (message) => {
    const found = plurals(parse(message));
    return found.length > 0 && found.every(({ cases }) => cases.some(({ key }) => key === 'one'));
  };
  const others = Object.keys(all).filter((tag) => tag !== 'en');
  return Object.keys(all.en)
    .filter((key) => !neverOne.includes(key) && !one(all.en[key]) && others.filter((tag) => one(all[tag][key])).length * 2 > others.length)
    .map((key) => `en ${key}: "${all.en[key]}" has no words for one`);
}

/** What begins with Yes or No in English does so in every language; what does not, does not. */
function firstWordFaults(all) {
  const begins = (tag, key, name) => new RegExp(`^[\\s„“«"]*(?:${words[name][tag].join('|')})(?!\\p{L})`, 'iu').test(all[tag][key]);
  return Object.keys(all.en)
    .filter((key) => /^head\..*lead$|^items\.status\.(allowed|refused)$|^(yes|no)$/.test(key))
    .flatMap((key) => Object.keys(all).flatMap((tag) => ['yes', 'no'].filter((name) => begins(tag, key, name) !== begins('en', key, name)).map((name) => `${tag} ${key}: "${all[tag][key]}" does not begin as English with "${name}"`)));
}

/** The parts of a message stand in the order of English; languages that turn two of them round are named. */
function orderFaults(all) {
  const faults = [];
  for (const [key, english] of Object.entries(all.en)) {
    const order = [...new Set(parts(parse(english)))];
    if (order.length < 2) continue;
    for (const [tag, own] of Object.entries(all)) {
      const like = turned[key]?.split(' ').includes(tag) ? [...order].reverse() : order;
      const found = [...new Set(parts(parse(own[key])))];
      if (found.join() !== like.join()) faults.push(`${tag} ${key}: speaks of ${found.join(', ')} and not of ${like.join(', ')}`);
    }
  }
  return faults;
}
