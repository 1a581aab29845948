// Times as ratios: on a machine that others use too, a time means little, and a ratio of processor times to the
// reference's, taken just before and just after, a good deal. Each subject runs in a process of its own, so that none
// is compiled for another.
import { execFile, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const run = promisify(execFile);

/** Milliseconds that this process, with all its threads, has had of the processors. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (place - below);
}
export const median = (values) => quantile(values, 0.5);

/** A subject of subjects.mjs in its own process: `slice(ms)` runs it for that long and gives nanoseconds a case. */
export async function subject(name, warm_up) {
  const child = fork(new URL('./subjects.mjs', import.meta.url), [name]);
  let ended = null;
  const answer = () =>
    new Promise((resolve, reject) => {
      ended = reject;
      child.once('message', (message) => (message.error ? reject(new Error(`${name}: ${message.error}`)) : resolve(message.ns)));
    });
  child.once('exit', (code) => ended?.(new Error(`${name}: its process ended with status ${code}.`)));
  await answer();
  const slice = (ms) => {
    const ns = answer();
    child.send(ms);
    return ns;
  };
  await slice(warm_up);
  return { name, slice, close: () => child.kill() };
}

/**
 * Rounds over meters, each `(ms) => {name: ns}`, with the reference before and after each.
 * Gives for each name { ns, ratio, quarter: [q1, q3] of the ratio } and, as `by_hand`, the reference's own time.
 */
export async function compare(reference, meters, { rounds, ms }) {
  const times = {}, ratios = {}, own = [];
  for (let round = 0; round < rounds; round += 1) {
    let before = await reference.slice(ms / 2);
    for (const meter of meters) {
      const measured = await meter(ms);
      const after = await reference.slice(ms / 2);
      const base = (before + after) / 2;
      own.push(base);
      before = after;
      for (const [name, ns] of Object.entries(measured)) {
        (times[name] ??= []).push(ns);
        (ratios[name] ??= []).push(ns / base);
      }
    }
  }
  const result = { by_hand: { ns: median(own), ratio: 1, quarter: [1, 1] } };
  for (const name of Object.keys(times)) {
    result[name] = { ns: median(times[name]), ratio: median(ratios[name]), quarter: [quantile(ratios[name], 0.25), quantile(ratios[name], 0.75)] };
  }
  return result;
}
