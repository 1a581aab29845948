// Who weighs what in the widget, by brotli: the table that the build of the page prints, read from its log.
import { readFileSync } from 'node:fs';
import { at } from './measure.mjs';

export async function weight() {
  const lines = readFileSync(at('build/log/page.txt'), 'utf8').matchAll(/^ *([\d.]+) KB brotli +(.+)$/gm);
  const rows = Array.from(lines, ([, kb, what]) => ({ what, kb: Number(kb) }));
  const place = rows.findIndex(({ what }) => what.startsWith('all of these'));
  if (place < 0) throw new Error('The build of the page printed no weights.');
  const all = rows[place].kb;
  return {
    all, parts: rows.slice(0, place), others: rows.slice(place + 1),
    targets: [
      { what: 'the widget up to its first dated answer, by brotli: the gate', most: 82, unit: 'KB', measured: all },
      { what: 'the widget up to its first dated answer, by brotli: the goal', most: 55, unit: 'KB', measured: all },
    ],
  };
}
