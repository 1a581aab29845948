// What packs say in other languages: each translation belongs to a sentence as it stands, and names the same numbers.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inLanguage, sentencesIn, translatedLanguages, translationOf } from '../../scripts/translations.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const packs = ['packs', 'laws'].flatMap((folder) =>
  readdirSync(new URL(`core/${folder}/`, root)).filter((name) => name.endsWith('.json') && !name.includes('schema')).map((name) => read(`core/${folder}/${name}`)),
);
// A language with a dual, such as Arabic and Hebrew, says two of a thing without a number.
const hasDual = (language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories.includes('two');
const numbers = (text, language) => (text.match(/\d+/g) ?? []).filter((one) => one !== '2' || !hasDual(language)).sort().join(' ');

test('every translation is of a sentence that some pack says today, is not empty, and keeps its numbers', () => {
  const said = new Set(packs.flatMap((pack) => [...sentencesIn(pack)]));
  let count = 0;
  for (const language of translatedLanguages())
    for (const id of ['packs', 'laws'].flatMap((folder) => files(`core/${folder}/translations/${language}/`)))
      for (const [english, text] of Object.entries(translationOf(id, language))) {
        count += 1;
        assert.ok(said.has(english), `${language} ${id}: nothing says “${english}” any more`);
        assert.notEqual(text.trim(), '', english);
        assert.equal(numbers(text, language), numbers(english, language), `${language}: ${text}`);
      }
  assert.ok(count > 250, `${count}`);
});

function files(folder) {
  try {
    return readdirSync(new URL(folder, root)).map((name) => name.replace('.json', ''));
  } catch {
    return []; // nothing is translated there
  }
}

test('what is not translated, or has changed since, is said in English; what is translated names its language', () => {
  const edition = {
    info: { id: 'x', sources: [{ id: 's', title: 'Title', kind: 'a blog' }], facts: { a: { kind: 'a blog', hint: 'Here' } } },
    rules: ['r'],
    clauses: { A: { section: 'Part', says: 'One.' }, B: { section: 'arts 1 and 2', says: 'Changed since.' } },
    conflicts: { K: [{ value: 'One.', why: 'Other.' }] },
  };
  const [said] = inLanguage([edition], 'fr', { 'One.': 'Un.', 'a blog': 'un blog', Here: 'Ici', Title: 'Titre', 'arts 1 and 2': 'art. 1 et 2', 'Was so.': 'Ancien.' });
  assert.deepEqual(said, {
    info: { id: 'x', sources: [{ id: 's', title: 'Title', kind: 'un blog' }], facts: { a: { kind: 'a blog', hint: 'Ici' } } },
    rules: ['r'],
    clauses: { A: { section: 'Part', says: 'Un.', language: 'fr' }, B: { section: 'art. 1 et 2', says: 'Changed since.' } },
    conflicts: { K: [{ value: 'Un.', why: 'Other.' }] },
  });
  assert.deepEqual([...sentencesIn([edition])], ['a blog', 'Here', 'Part', 'One.', 'arts 1 and 2', 'Changed since.', 'Other.']);
});
