// Looks for faults in the messages: node scripts/check-messages.mjs. Every file of web/messages is compared with English.
import { readFileSync, readdirSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from '@messageformat/parser';

const folder = fileURLToPath(new URL('../messages/', import.meta.url));
const source = 'en';

/** { a: { b: 'text' } } becomes { 'a.b': 'text' }. */
export function flatten(tree, prefix = '') {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

export const readMessages = (tag) => flatten(JSON.parse(readFileSync(`${folder}${tag}.json`, 'utf8')));

export const tags = () => readdirSync(folder).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);

/**
 * Words of the engine, which mean nothing to a shopper, and words that STYLE.md replaces: regular expressions for whole words,
 * in any case, by language.
 */
const jargon = JSON.parse(readFileSync(new URL('./jargon.json', import.meta.url), 'utf8'));

/** Labels of buttons, rows and cards: what has a line of a phone to itself, or less. */
const short =
  /^(yes|no|unsure|cancel|reason\.(?!ask|size_ask|size_unsure|ask_item)|arrival\.(today|yesterday|pick|not_yet|unknown|earlier)|fold\.(change|problem)|row\.|three\.((ask|ask_from|ask_ended|ask_over|postage|money|wait|sent|start|now)$|act\.)|page\.(shop|country|dark|light|language|licences|start_again)|option\.|ask\.number\.use)/;
const atLeast = 32; // letters, what a phone of 360 px shows in a line
const longer = 1.6;

/** Languages whose "many" is for millions alone: "other" serves them. */
const millionsOnly = new Set(['es', 'pt', 'it', 'fr', 'ca']);

const argumentsOf = (tokens) =>
  tokens.flatMap((token) => [
    ...(token.arg ? [token.arg] : []),
    ...(token.cases ?? []).flatMap((one) => argumentsOf(one.tokens)),
  ]);
const choicesOf = (tokens) =>
  tokens.flatMap((token) =>
    token.cases ? [token, ...token.cases.flatMap((one) => choicesOf(one.tokens))] : [],
  );
const plain = (text) => text.replace(/\{[^{}]*\}/g, ' ');
/** How long a message is on the screen at the most: the longest branch, and a few letters for what is put in. */
function lengthOf(tokens) {
  return tokens.reduce((sum, token) => {
    if (token.type === 'content') return sum + [...token.value].length;
    if (token.cases) return sum + Math.max(...token.cases.map((one) => lengthOf(one.tokens)));
    return sum + (token.type === 'octothorpe' ? 2 : 8);
  }, 0);
}

function parsed(text) {
  try {
    return { tokens: parse(text) };
  } catch (cause) {
    return { problem: cause.message.split('\n')[0] };
  }
}

/** @returns {string[]} what is wrong with the plural and select parts of a message. */
function choiceFaults(tag, tokens, english) {
  const faults = [];
  for (const { arg, type, cases } of choicesOf(tokens)) {
    const keys = cases.map(({ key }) => key);
    if (type === 'select') {
      const like = choicesOf(english).find((one) => one.arg === arg && one.type === 'select');
      for (const { key } of like?.cases ?? [])
        if (!keys.includes(key)) faults.push(`select ${arg} lacks ${key}`);
      continue;
    }
    const rules = new Intl.PluralRules(tag, { type: type === 'plural' ? 'cardinal' : 'ordinal' });
    const categories = rules.resolvedOptions().pluralCategories;
    // Where English has no word for one there is never one.
    const many = choicesOf(english).some(
      (one) => one.arg === arg && one.type === type && one.cases.every(({ key }) => key !== 'one'),
    );
    for (const key of keys)
      if (!key.startsWith('=') && !categories.includes(key))
        faults.push(`"${key}" is no plural category of ${tag}`);
    for (const category of categories)
      if (
        !keys.includes(category) &&
        !(category === 'one' && many) &&
        !(category === 'many' && millionsOnly.has(tag.split('-')[0]))
      )
        faults.push(`plural ${arg} lacks "${category}"`);
  }
  return faults;
}

function metaFaults(tag, own) {
  const faults = [];
  const dir = own['meta.dir'];
  if (!own['meta.name']?.trim()) faults.push('meta.name: a language has a name for itself');
  if (dir !== 'ltr' && dir !== 'rtl') faults.push('meta.dir: ltr or rtl');
  const locale = new Intl.Locale(tag);
  const real = (locale.getTextInfo?.() ?? locale.textInfo)?.direction;
  if (real && dir !== real) faults.push(`meta.dir: ${tag} is written ${real}`);
  if (own['meta.read'] !== 'yes' && own['meta.read'] !== 'no') faults.push('meta.read: yes or no');
  try {
    const digits = (of) => new Intl.NumberFormat(of).resolvedOptions().numberingSystem;
    if (digits(own['meta.date_locale']) !== digits(tag))
      faults.push('meta.date_locale: its digits are not those of other numbers');
  } catch {
    faults.push('meta.date_locale: no locale');
  }
  return faults;
}

/** @returns {string[]} what is wrong with a language's messages, a line each. */
export function faultsOf(tag, own, english) {
  const faults = metaFaults(tag, own);
  for (const key of Object.keys(english)) if (!(key in own)) faults.push(`${key}: missing`);
  const words = jargon[tag] ? new RegExp(`(?<!\\p{L})(${jargon[tag].join('|')})(?!\\p{L})`, 'iu') : null;
  for (const [key, text] of Object.entries(own)) {
    const say = (fault) => faults.push(`${key}: ${fault}`);
    if (!(key in english)) {
      say('no such message in English');
      continue;
    }
    const { tokens, problem } = parsed(text);
    if (problem) {
      say(problem);
      continue;
    }
    const { tokens: like } = parsed(english[key]);
    const names = [tokens, like].map((one) => [...new Set(argumentsOf(one))].sort().join(' '));
    if (names[0] !== names[1]) say(`speaks of {${names[0]}} where English speaks of {${names[1]}}`);
    for (const fault of choiceFaults(tag, tokens, like)) say(fault);
    if (english[key].trim() !== '' && text.trim() === '') say('empty');
    if (short.test(key) && lengthOf(tokens) > Math.max(atLeast, longer * lengthOf(like)))
      say(`"${text}" is too long for its place (${lengthOf(tokens)} letters, English ${lengthOf(like)})`);
    const found = words?.exec(plain(text));
    if (found) say(`"${found[1]}" is jargon`);
    if (tag !== source && text === english[key] && /\p{L}{4,}.*\s\p{L}{3,}/u.test(plain(text)))
      say('the same as in English');
  }
  return faults;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const english = readMessages(source);
  const faults = tags().flatMap((tag) =>
    faultsOf(tag, readMessages(tag), english).map((fault) => `${tag} ${fault}`),
  );
  for (const fault of faults) console.error(fault);
  console.log(`${tags().length} languages, ${Object.keys(english).length} messages, ${faults.length} faults`);
  exit(faults.length ? 1 : 0);
}
