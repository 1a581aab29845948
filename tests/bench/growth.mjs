// What one check costs as something grows: packs, rules, items, open facts. Through the JavaScript door, under Node.
import { loadChecker, PackError } from '../../build/checker/index.js';
import { inOneSlot, inSlotsOfTheirOwn, ofRules, order, pack } from './made-packs.mjs';
import { cpuTime, median } from './measure.mjs';

function timed(work, ms) {
  const from = cpuTime();
  let count = 0, now = from;
  for (; now - from < ms; now = cpuTime()) {
    work();
    count += 1;
  }
  return ((now - from) / count) * 1000;
}

/** Microseconds a check at each point, taken in rounds over all points, so that a busy minute weighs on all alike. */
function curve(points, { rounds, ms }) {
  const times = points.map(() => []);
  for (const { work } of points) timed(work, ms); // each is compiled and warm
  for (let round = 0; round < rounds; round += 1) points.forEach(({ work }, i) => times[i].push(timed(work, ms)));
  return points.map(({ size }, i) => ({ size, us: median(times[i]) }));
}

/** By what power of the size the cost grows from point to point, over the upper half of the curve. */
function power(points) {
  const [from, to] = [points[points.length >> 1], points.at(-1)];
  return Math.log(to.us / from.us) / Math.log(to.size / from.size);
}

async function asking(packs, question, sizes) {
  const points = [];
  for (const size of sizes) {
    const checker = await loadChecker({ packs: packs(size) });
    const given = question(size);
    points.push({ size, work: () => checker.check(given) });
  }
  return points;
}

const openSizes = [0, 1, 2, 4, 6, 8, 10, 12];

export async function growth({ quick }) {
  const effort = quick ? { rounds: 3, ms: 20 } : { rounds: 9, ms: 60 };
  const decades = (most) => [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000].filter((n) => n <= most);
  const curves = {
    packs: curve(await asking((n) => Array.from({ length: n }, (_, i) => pack(`shop_${i}`)), (n) => order(`shop_${n - 1}`), decades(1000)), effort),
    rules: curve(await asking((n) => [ofRules(n)], () => order('many_rules'), decades(10_000).slice(2)), effort),
    items: curve(await asking(() => undefined, (n) => order('aliexpress', n), decades(1000)), effort),
    'open facts, each in a slot of its own': curve(await asking((n) => [inSlotsOfTheirOwn(n)], () => order('apart'), [...openSizes, 16]), effort),
    'open facts, all in one slot': curve(await asking((n) => [inOneSlot(n)], () => order('together'), openSizes), effort),
  };
  const checker = await loadChecker({ packs: [] });
  let named = null;
  try {
    checker.addPack(inOneSlot(13));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    named = error.errors.find(({ code, message }) => code === 'too_many' && message.includes('"evidence"'))?.message ?? null;
  }
  const flat = curves.packs.at(-1).us / curves.packs[0].us;
  const apart = curves['open facts, each in a slot of its own'];
  const together = curves['open facts, all in one slot'];
  return {
    curves, refusal: named,
    targets: [
      { what: '1,000 packs against 1: flat', most: 1.5, unit: 'times', measured: flat },
      { what: 'rules: linear, grows by the power', most: 1.2, unit: '', measured: power(curves.rules) },
      { what: 'items: linear, grows by the power', most: 1.2, unit: '', measured: power(curves.items) },
      { what: 'open facts in slots of their own: linear, grows by the power', most: 1.2, unit: '', measured: power(apart) },
      { what: '12 open facts in one slot against 10: each doubles', most: 5, unit: 'times', measured: together.at(-1).us / together.at(-2).us },
      { what: 'a slot that reads 13 open facts is named', most: 0, unit: 'silences', measured: named ? 0 : 1 },
    ],
  };
}
