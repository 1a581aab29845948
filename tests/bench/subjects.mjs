// One thing to be timed, in a process of its own:  subjects.mjs NAME. It makes itself ready, says so, and then runs for
// as many milliseconds as each message asks, and answers with nanoseconds a case.
import { cpuTime } from './measure.mjs';
import { asOurs, byHand, cases, toDay, toIso } from './reference.mjs';

const reference = cases(1024);
const ours = reference.map(asOurs);

async function engine() {
  const { loadChecker } = await import('../../build/checker/index.js');
  return loadChecker();
}
async function peer(name) {
  const { peers } = await import('./peers.mjs');
  const answer = peers[name]();
  for (const one of cases(10_000, 9)) {
    const [given, wanted] = [JSON.stringify(await answer(one)), JSON.stringify(byHand(one))];
    if (given !== wanted) throw new Error(`answers ${given}, not ${wanted}, to ${JSON.stringify(one)}`);
  }
  return [answer, reference];
}
/** A case of ours asked of each of so many days, from the day of its question. */
function sweeper(checker, days) {
  const asked = ours.map((order) => ({ order, days: { from: order.as_of, to: toIso(toDay(order.as_of) + days - 1) } }));
  return [({ order, days: range }) => checker.sweep(order, range), asked];
}
const made = {
  by_hand: () => [byHand, reference],
  check: async () => {
    const checker = await engine();
    return [(order) => checker.check(order), ours];
  },
  parsing: async () => {
    const checker = await engine();
    const { parse } = JSON;
    let last = '';
    JSON.parse = (text) => parse((last = text));
    const texts = ours.map((order) => {
      checker.check(order);
      return last;
    });
    JSON.parse = parse;
    if (new Set(texts).size < ours.length / 2) throw new Error('what crosses was not seen');
    return [parse, texts];
  },
  without_text: async () => {
    const checker = await engine();
    return [(orders) => checker.checkAll(orders, { text: false }), [ours], ours.length];
  },
  sweep_a_year: async () => sweeper(await engine(), 366),
};

let kept = []; // so that no answer is thrown away unmade
function runs([work, given, casesInOne = 1]) {
  let next = 0;
  const once = () => {
    const answer = work(given[next]);
    kept[next & 15] = answer;
    next = next + 1 === given.length ? 0 : next + 1;
    return answer;
  };
  const waits = once() instanceof Promise;
  return async (ms) => {
    const from = cpuTime();
    let count = 0, now = from;
    for (let batch = 1; now - from < ms; now = cpuTime()) {
      for (let i = 0; i < batch; i += 1) {
        if (waits) await once();
        else once();
      }
      count += batch;
      if (batch < 1024 && (now - from) * 10 < ms) batch *= 2;
    }
    return ((now - from) / count / casesInOne) * 1e6;
  };
}

const name = process.argv[2];
try {
  const slice = runs(await (made[name]?.() ?? peer(name)));
  process.on('message', async (ms) => process.send({ ns: await slice(ms) }));
  process.send({ ns: 0 });
} catch (error) {
  process.send({ error: error.message });
}
