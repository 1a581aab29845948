// Who weighs what in the widget, by brotli: the table that the build of the page prints, read from its log.
import { readFileSync } from 'node:fs';
import { at } from './measure.mjs';

export async function weight() {
  const lines = readFileSync(at('build/log/page.txt'), 'utf8').matchAll(/^ *([\d.]+) KB brotli +(.+)$/gm);
  const rows = Array.from(lines, ([, kb, what]) => ({ what, kb: Number(kb) }));
  const all = rows.find(({ what }) => what.startsWith('return-checker.js'));
  if (!all) throw new Error('The build of the page printed no weights.');
  const parts = rows.slice(0, rows.indexOf(all));
  return {
    all: all.kb, parts, others: rows.slice(parts.length + 1),
    targets: [
      { what: 'the widget, by brotli: the gate', most: 60, unit: 'KB', measured: all.kb },
      { what: 'the widget, by brotli: the goal', most: 50, unit: 'KB', measured: all.kb },
    ],
  };
}
