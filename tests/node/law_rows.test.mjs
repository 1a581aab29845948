// Every right that a pack of law gives stands in core/laws/README.md with its mark; none below B gives a day.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const folder = new URL('../../core/laws/', import.meta.url);
const packs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const rows = readFileSync(new URL('README.md', folder), 'utf8')
  .split('\n')
  .filter((line) => /^\| [^-r]/.test(line) && line.includes('`'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, , , pack, clause, article, mark, ship, read, text]) => ({
    pack: pack.replaceAll('`', ''),
    clause: clause.replaceAll('`', ''),
    article,
    mark,
    ship,
    read,
    text,
  }));
const list = (value) => [value ?? []].flat();

test('the list has rows, each of a clause that is there', () => {
  assert.ok(rows.length > 50);
  for (const { pack, clause, read, text } of rows) {
    const editions = packs.filter(({ id, clauses }) => id === pack && clause in clauses);
    assert.ok(editions.length > 0, `${pack} has no clause ${clause}`);
    const { sources, clauses } = editions.at(-1);
    const source = sources[clauses[clause].source];
    assert.equal(read, source.text_of, clause);
    assert.ok(text.endsWith(`(${source.link})`), clause);
  }
});

for (const pack of packs) {
  test(`${pack.id}: every source has a link and the day of its text, every clause of a law an article`, () => {
    for (const [id, source] of Object.entries(pack.sources)) {
      assert.match(source.link ?? '', /^https:\/\//, id);
      assert.match(source.text_of ?? '', /^\d{4}-\d\d-\d\d$/, id);
    }
    for (const [id, { source, section }] of Object.entries(pack.clauses)) {
      if (pack.sources[source].kind !== 'judgment') assert.ok(section, id);
    }
  });

  test(`${pack.id}: a day rests on a row that may have one, and on none that is a link`, () => {
    const daysOf = rows.filter((row) => row.pack === pack.id && row.ship === 'day' && 'AB'.includes(row.mark));
    const links = rows.filter((row) => row.pack === pack.id && row.ship === 'link');
    for (const rule of pack.rules.filter(({ by }) => by)) {
      const cites = list(rule.clauses);
      assert.ok(daysOf.some(({ clause }) => cites.includes(clause)), `${rule.id} has a day and no row for it`);
      for (const { clause } of links) assert.ok(!cites.includes(clause), `${rule.id} gives a day to the link ${clause}`);
    }
  });

  test(`${pack.id}: what it owes is named, and no statute promises`, () => {
    for (const remedy of pack.remedies) {
      assert.notEqual(remedy.kind, 'promise');
      assert.ok(remedy.owed_by, remedy.id);
    }
  });
}

test('every row has at least eight sheets', () => {
  const cases = new URL('../cases/', import.meta.url);
  const count = new Map();
  for (const file of readdirSync(cases)) {
    for (const { clauses = [] } of JSON.parse(readFileSync(new URL(file, cases), 'utf8'))) {
      for (const clause of clauses) count.set(clause, (count.get(clause) ?? 0) + 1);
    }
  }
  for (const { clause } of rows) assert.ok((count.get(clause) ?? 0) >= 8, `${clause}: ${count.get(clause) ?? 0} sheets`);
});
