// What packs say in other languages: core/packs/translations/LANG/ID.json, core/laws/translations/LANG/ID.json. Each is a flat
// map from the English sentence to its translation: a sentence that has changed since is said in English, never wrongly.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folders = ['packs', 'laws'].map((name) => fileURLToPath(new URL(`../core/${name}/translations/`, import.meta.url)));

/** The languages in which anything is written. */
export function translatedLanguages() {
  return [...new Set(folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder)))].sort();
}

/** The sentences of one pack in a language, by the English ones; null where there are none. */
export function translationOf(id, language) {
  const file = folders.map((folder) => `${folder}${language}/${id}.json`).find((path) => existsSync(path));
  return file ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

// A source's title stays as it stands there; so does a heading, which no file translates. "arts 5 to 8" of a law need not.
const written = new Set(['says', 'section', 'hint', 'prompt', 'value', 'why']);

function walk(node, ofSource, change) {
  if (Array.isArray(node)) return node.map((one) => walk(one, ofSource, change));
  if (node === null || typeof node !== 'object') return node;
  const changed = ([key, value]) => {
    const words = typeof value === 'string' && (written.has(key) || (key === 'kind' && ofSource));
    return [key, words ? change(value) : walk(value, ofSource || key === 'sources', change)];
  };
  return Object.fromEntries(Object.entries(node).map(changed));
}

/** Every sentence that can be translated, once. `editions`: what a pack's sentences file holds. */
export function sentencesIn(editions) {
  const all = new Set();
  walk(editions, false, (text) => (all.add(text), text));
  return all;
}

/** The same editions in a language; each translated clause names it, so that it is read aloud in it. */
export function inLanguage(editions, language, translation) {
  return editions.map((edition) => {
    const said = walk(edition, false, (text) => translation[text] ?? text);
    for (const [id, clause] of Object.entries(said.clauses)) if (clause.says !== edition.clauses[id].says) clause.language = language;
    return said;
  });
}
