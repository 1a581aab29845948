// WebAssembly under Node, through the JavaScript door, beside what else one would use.
import { compare, subject } from './measure.mjs';
import { peers, zen } from './peers.mjs';

const ours = {
  check: 'full verdict (check)', parsing: 'of it, parsing what crosses', without_text: 'status and payers, no text (checkAll)', sweep_a_year: 'sweep of 366 days',
};

export async function node({ quick }) {
  const names = [...Object.keys(peers), ...Object.keys(ours)];
  const subjects = [];
  for (const name of names) subjects.push(await subject(name, quick ? 400 : 1500));
  const by_hand = await subject('by_hand', quick ? 400 : 1500);
  const meters = subjects.map(({ name, slice }) => async (ms) => ({ [name]: await slice(ms) }));
  const found = await compare(by_hand, meters, quick ? { rounds: 9, ms: 30 } : { rounds: 40, ms: 40 });
  for (const one of [by_hand, ...subjects]) one.close();
  const rows = ['by_hand', ...names].map((name) => ({ what: ours[name] ?? (name === 'by_hand' ? 'JavaScript by hand' : `${name}, bare answer`), ...found[name] }));
  return {
    rows, absent: zen ? [] : ['ZEN: its addon is not there for this platform'],
    targets: [
      { what: 'one full verdict through the JavaScript door, to hand-written JavaScript', most: 500, unit: 'times', measured: found.check.ratio },
      // In units of the reference, so that a busy machine does not count against it: 10 us where it takes 0.14.
      { what: 'one case without text under Node, where hand-written JavaScript takes 0.14 us', most: 10, unit: 'us', measured: found.without_text.ratio * 0.14 },
    ],
  };
}
