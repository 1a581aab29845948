// Do the tests of the web side bite? Plants one fault after another in web/src and in the messages and asks the quick tests: the
// second opinion on the screen over recorded verdicts, by the functions behind the page and without a browser; the engine's door
// by the sheets; the messages by check-messages and the words that carry their meaning.
//   web.mjs [--count N] [--seed N] [--only messages|code] [--file NAME] [--minutes N] [--python PATH]      (wants scripts/build wasm checker)
// A mutant whose code no quick test runs (widget, frame, loading) is left to the tests in Chromium and counted apart. One that
// lives must stand in explained_web.json with its reason. Exits 1 where one lives without a reason.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { faultsOf, readMessages, tags } from '../../web/scripts/check-messages.mjs';
import { meaningFaults, ofAnswer } from '../node/meaning.mjs';
import { engines, option, verdictOf } from '../screen/ask.mjs';
import { asked, drawCases, onItsDays } from '../screen/cases.mjs';
import { bundle } from '../screen/entry.mjs';
import { codeMutants, messageMutants } from './web_changes.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'returnable-mutants-'));
const languages = ['en', 'de', 'fr', 'ar'];
/** Milliseconds for one mutant: ten times what the code as it is takes, so that a busy machine is no fault. */
let longest = 900_000;

async function record(count, seed) {
  const checkers = await engines();
  const cases = onItsDays(drawCases(count, seed, option('python', 'python3')), (order) => checkers.whole.check(order));
  return cases.map((one) => {
    const { alone } = asked(one);
    return { one, verdict: verdictOf(checkers.whole, one), broken: checkers.whole.check({ ...alone, facts: { ...alone.facts, reason: 'damaged' } }), shop: checkers.names.get(one.items[0].marketplace) };
  });
}

/** A thread that judges bundles; one that never ends is stopped, and another takes its place. */
class Judge {
  constructor(recorded) {
    this.recorded = recorded;
    this.begin();
  }

  begin() {
    this.worker = new Worker(new URL('web_worker.mjs', import.meta.url), { workerData: { recorded: this.recorded, languages } });
  }

  async of(code, name) {
    const file = join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 16)}.mjs`);
    writeFileSync(file, code);
    const answer = await new Promise((done) => {
      const late = setTimeout(() => done(null), longest);
      const end = (result) => (clearTimeout(late), done(result));
      this.worker.removeAllListeners();
      this.worker.once('message', end);
      this.worker.once('error', (error) => end({ result: 'killed', by: String(error), ended: true }));
      this.worker.postMessage(file);
    });
    if (answer === null || answer.ended) {
      await this.worker.terminate();
      this.begin();
    }
    return answer ?? { result: 'killed', by: 'it never ends' };
  }
}

const all = Object.fromEntries(tags().map((tag) => [tag, readMessages(tag)]));
const { words } = JSON.parse(readFileSync(new URL('../node/meaning.json', import.meta.url), 'utf8'));
const explained = JSON.parse(readFileSync(new URL('explained_web.json', import.meta.url), 'utf8'));

/** Whether a changed message is found, by what the lint and the tests of words look at. */
function judgeMessage({ tag, key, message }) {
  const changed = { ...all, [tag]: { ...all[tag], [key]: message } };
  const only = (own) => Object.fromEntries(Object.entries(own).filter(([name]) => name === key || name.startsWith('meta.')));
  const narrow = Object.fromEntries(Object.entries(changed).map(([name, own]) => [name, only(own)]));
  const compared = tag === 'en' ? tags() : [tag];
  const found = [...compared.flatMap((one) => faultsOf(one, narrow[one], narrow.en)), ...meaningFaults(narrow)];
  return found.length ? { result: 'killed', by: found[0] } : { result: 'lived' };
}

const seed = option('seed', '6');
const byName = (mutants) => mutants.map((one) => [createHash('sha256').update(`${seed} ${one.name}`).digest('hex'), one]).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);

async function main() {
  const started = Date.now();
  const count = Number(option('count', '0'));
  const ends = started + 60_000 * Number(option('minutes', '1000'));
  const recorded = await record(Number(option('cases', count ? '160' : '400')), Number(seed));
  const judge = new Judge(recorded);
  const unchanged = await bundle();
  const began = Date.now();
  const clean = await judge.of(unchanged.code, 'unchanged');
  longest = Math.max(60_000, 10 * (Date.now() - began));
  if (clean.result !== 'lived') throw new Error(`The tests do not pass as it is: ${clean.by}`);
  const sum = { killed: 0, lived: [], dropped: 0, left: 0, browser: 0 };
  const wanted = option('file', '');
  const only = option('only', '');
  let code = only === 'messages' ? [] : codeMutants().filter(({ file }) => file.includes(wanted));
  sum.browser = code.filter(({ file }) => !unchanged.names.has(at(file))).length;
  code = code.filter(({ file }) => unchanged.names.has(at(file)));
  let messages = wanted || only === 'code' ? [] : messageMutants(all, words, ofAnswer);
  if (count) [code, messages] = [byName(code).slice(0, Math.ceil(count * 0.75)), byName(messages).slice(0, Math.floor(count * 0.25))];
  const tell = (mutant, { result, by }) => {
    if (result === 'lived') sum.lived.push(mutant);
    else sum.killed += 1;
    if (process.argv.includes('--verbose')) console.log(`${result}: ${mutant.where ?? ''} ${mutant.name}${by ? ` | ${by}` : ''}`);
  };
  for (const mutant of messages) tell(mutant, judgeMessage(mutant));
  const ofMessages = sum.killed;
  for (const mutant of code) {
    if (Date.now() > ends) sum.left += 1;
    else {
      const built = await bundle(mutant);
      if (!built || built.code === unchanged.code) sum.dropped += 1;
      else tell(mutant, await judge.of(built.code, mutant.name));
    }
  }
  await judge.worker.terminate();
  rmSync(folder, { recursive: true });
  const unnamed = sum.lived.filter(({ name }) => !explained[name]);
  for (const mutant of unnamed) console.log(`lives: ${mutant.where ?? ''} ${mutant.name}`);
  const tried = sum.killed + sum.lived.length;
  console.log(
    `mutation of the web side: ${sum.killed} of ${tried} killed (${((100 * sum.killed) / tried).toFixed(1)} %), of messages ${ofMessages} of ${messages.length}; ${sum.lived.length - unnamed.length} explained by name, ${unnamed.length} without a reason, ` +
      `${sum.dropped} change nothing, ${sum.left} left, ${sum.browser} that only the tests in Chromium run, seed ${seed}, minutes ${((Date.now() - started) / 60_000).toFixed(1)}`,
  );
  process.exit(unnamed.length || sum.left ? 1 : 0);
}

await main();
