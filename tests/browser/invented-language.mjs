// The site as it is with one language more: a copy of web/ with one more file in messages, built apart.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '../../web/node_modules/@messageformat/parser/lib/parser.js';
import { readMessages } from '../../web/scripts/check-messages.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A language of nobody's, by one of the tags that are set aside for private use. */
export const invented = 'qaa';

const marks = { a: 'å', e: 'é', i: 'î', o: 'ö', u: 'û', c: 'ç', n: 'ñ', s: 'š', y: 'ÿ', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û', Y: 'Ý', N: 'Ñ' };

/** Letters with marks, and a third longer, as translations are. */
function lengthened(text) {
  const marked = [...text].map((letter) => marks[letter] ?? letter).join('');
  const words = marked.trim().split(/\s+/).filter((word) => word.length > 3);
  const more = words.slice(0, Math.ceil(words.length / 3)).join(' ');
  return more ? marked.replace(/([.?!:…]?\s*)$/, ` ${more}$1`) : marked;
}

function contents(tokens) {
  return tokens.flatMap((token) => (token.type === 'content' ? [token.ctx] : (token.cases ?? []).flatMap((one) => contents(one.tokens))));
}

/** The message in the invented language: what is put in and chosen stays. */
export function pseudo(message) {
  return contents(parse(message))
    .filter(({ text }) => /\p{L}/u.test(text))
    .sort((a, b) => b.offset - a.offset)
    .reduce((all, { offset, text }) => all.slice(0, offset) + lengthened(text) + all.slice(offset + text.length), message);
}

function unflatten(flat) {
  const tree = {};
  for (const [key, text] of Object.entries(flat)) {
    const path = key.split('.');
    const last = path.pop();
    path.reduce((at, part) => (at[part] ??= {}), tree)[last] = text;
  }
  return tree;
}

const meta = { 'meta.date_locale': 'en-GB', 'meta.dir': 'ltr', 'meta.name': 'Îñvéñtéd', 'meta.read': 'no' };

/** All messages of the invented language. */
export function inventedMessages() {
  return { ...Object.fromEntries(Object.entries(readMessages('en')).map(([key, text]) => [key, pseudo(text)])), ...meta };
}

/** Builds the site with the invented language; gives its folder and what takes it away again. */
export function siteWithInvented() {
  const folder = mkdtempSync(join(tmpdir(), 'returnable-language-'));
  cpSync(`${root}web`, `${folder}/web`, { recursive: true, filter: (path) => !/[\\/]node_modules([\\/]|$)/.test(path) });
  symlinkSync(`${root}web/node_modules`, `${folder}/web/node_modules`);
  for (const name of ['core', 'LICENSE']) symlinkSync(`${root}${name}`, `${folder}/${name}`);
  writeFileSync(`${folder}/web/messages/${invented}.json`, JSON.stringify(unflatten(inventedMessages())));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: `${folder}/web`, stdio: ['ignore', 'ignore', 'inherit'] });
  return { folder: `${folder}/build/site`, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
