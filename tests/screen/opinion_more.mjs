// The second opinion on the question that is asked next, and on what is said of the sources that disagree.
import { bare } from './reading.mjs';

/** The question asks for something that is open, and each of its buttons gives what stands on it. */
export function judgeQuestion(reader, s, { text, why, buttons }, say) {
  const words = bare(text.slice(0, text.length - (text.endsWith(why) ? why.length : 0)));
  const asks = reader.messages(words, s.asOf, (key) => key.startsWith('ask.')).filter(({ values }) => values.days === undefined || values.days === s.e.window?.safe);
  const facts = asks.map(({ key }) => key.slice('ask.'.length).replace(/_unit$/, ''));
  const open = [s.question?.fact, ...(s.e?.missing ?? [])];
  if (!facts.some((fact) => open.includes(fact))) return say(`asks "${words}", which is not open`);
  for (const { label, fact, value } of buttons) {
    const said = reader.messages(bare(label), s.asOf, (key) => /^(yes|no|unsure)$|^option\./.test(key)).map(({ key }) => key);
    const meant = { yes: [true], no: [false, 0], unsure: [null] };
    const fits = facts.includes(fact) && said.some((key) => meant[key]?.includes(value) || key === `option.${fact}.${value}`);
    if (!fits) say(`the button "${bare(label)}" of "${words}" gives ${fact} ${value}`);
  }
}

/** Whether two readings that count make two answers: two days, two payers, no clear yes. */
function shows(e, slot) {
  const apart = (span, one, other) => Boolean(span) && span[one] !== span[other];
  if (slot === 'window') return e.act_by ? apart(e.act_by, 'safe', 'last') : apart(e.window, 'safe', 'last');
  if (slot === 'opens') return apart(e.opens, 'earliest', 'sure');
  if (slot === 'return_shipping') return e.return_shipping?.length > 1;
  return ['grounds', 'condition'].includes(slot) && e.status === 'contested';
}

/** Every disagreement behind the answer is shown, and no other. */
function judgeShown(s, points, say) {
  for (const { id, slot, readings } of s.e?.conflicts ?? []) {
    const behind = readings.filter(({ counts }) => counts).length > 1 && shows(s.e, slot);
    if (behind !== points.some((one) => one.id === id)) say(`the disagreement ${id} on ${slot} ${behind ? 'is not shown' : 'is shown, and makes no two answers'}`);
  }
}

/** A reading that counts is told as one, a reading set aside as one that was not used. */
export function judgePoints(reader, s, points, say) {
  judgeShown(s, points, say);
  for (const { id, readings, note } of points) {
    const conflict = s.e.conflicts.find((one) => one.id === id);
    if (!conflict || conflict.readings.length !== readings.length) {
      say(`the disagreement ${id} has other readings`);
      continue;
    }
    for (const [place, text] of readings.entries()) {
      const aside = reader.messages(bare(text), s.asOf, (key) => key === 'why.aside').length > 0;
      const counts = reader.messages(bare(text), s.asOf, (key) => key === 'why.one' || key === 'why.other').length > 0;
      if (aside === conflict.readings[place].counts || counts === aside) say(`the reading "${bare(text)}" of ${id} ${conflict.readings[place].counts ? 'counts' : 'is set aside'}`);
    }
    const used = note !== '' && reader.messages(bare(note), s.asOf, (key) => key === 'why.used_safe').length > 0;
    if (used !== conflict.readings.filter(({ counts }) => counts).length > 1) say(`the note "${note}" of ${id}`);
  }
}
