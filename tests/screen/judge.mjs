// One screen beside one verdict: what the words say wrongly, what they leave out.
import { holds, required, subject } from './opinion.mjs';
import { judgePoints, judgeQuestion } from './opinion_more.mjs';
import { judgeItems, judgeRows } from './opinion_rows.mjs';

/**
 * `shown`: { lead, act, warn, under, rows, count, items } as text from the screen. `noted` false: the rows have no notes
 * (widget). `named`: for each item of the order, whether its reason is known.
 * @returns {string[]} the faults of this screen.
 */
export function judge(reader, verdict, facts, shown, { noted = true, noDate = false, named = [] } = {}) {
  const faults = [];
  const say = (fault) => faults.push(fault);
  const s = { ...subject(verdict, facts, reader.shop), noDate };
  const said = [];
  for (const part of ['lead', 'act', 'warn', 'under']) {
    const line = reader.line(shown[part], s.asOf, (key) => /^(head|state|state_note|warning|by_law\.(open|act|act_by))(\.|$)|^law$/.test(key));
    if (line === null) say(`${part} "${shown[part]}" is no message`);
    for (const readings of line ?? []) {
      const true_ = readings.filter((one) => holds(s, one));
      if (true_.length === 0) say(`${part} "${shown[part]}": ${readings.map(({ key }) => key).join(' or ')} is not true`);
      said.push(...true_);
    }
  }
  for (const { what, pattern, fits } of required(s)) if (!said.some(({ key, values }) => pattern.test(key) && fits(values))) say(`does not say: ${what}`);
  judgeRows(reader, s, shown.rows, noted, say);
  if (shown.question) judgeQuestion(reader, s, shown.question, say);
  if (shown.points) judgePoints(reader, s, shown.points, say);
  if (shown.items) judgeItems(reader, verdict, named, shown, say);
  return faults;
}
