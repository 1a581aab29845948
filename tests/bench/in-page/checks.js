// Checks and sweeps in a page: `ready` settles when they can be asked for.
import { loadChecker } from '../checker/index.js';
import { asOurs, byHand, cases, toDay, toIso } from './reference.js';

const reference = cases(1024);
const ours = reference.map(asOurs);
const kept = []; // so that no answer is thrown away unmade
let next = 0;

function slice(work, given, ms) {
  const from = performance.now();
  let count = 0, now = from;
  for (let batch = 1; now - from < ms; now = performance.now()) {
    for (let i = 0; i < batch; i += 1) {
      kept[next & 15] = work(given[next & 1023]);
      next += 1;
    }
    count += batch;
    if (batch < 1024 && (now - from) * 10 < ms) batch *= 2;
  }
  return ((now - from) / count) * 1e6;
}

globalThis.ready = loadChecker().then((checker) => {
  const year = (order) => checker.sweep(order, { from: order.as_of, to: toIso(toDay(order.as_of) + 365) });
  globalThis.byHand = (ms) => slice(byHand, reference, ms);
  globalThis.check = (ms) => slice((order) => checker.check(order), ours, ms);
  /** Milliseconds of each of so many sweeps of 366 days. */
  globalThis.sweeps = (count) =>
    ours.slice(0, count).map((order) => {
      const from = performance.now();
      if (year(order).length !== 366) throw new Error('A day is missing.');
      return performance.now() - from;
    });
});
