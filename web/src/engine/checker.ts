// The npm package's door: the engine for whoever brings cases and packs of any form.
import { addDays, utc } from '../answers/days.ts';
import type { PackCompiler } from './compiler.ts';
import type { MakeCore } from './core.ts';
import { encodeCase } from './encode-case.ts';
import { Engine } from './engine.ts';
import { CaseError, EngineError, PackError } from './errors.ts';
import { Sentences, type PackSentences } from './sentences.ts';
import type { AnsweredCase, Case, CaseInput, Day, Fault, PackInfo, PackInput, SweepDay, Verdict } from './types.ts';

const longestSweep = 3660;
const mostAnswersOfASweep = 40_000;
const dayLength = 86_400_000;

const isNo = /^(expired|refused|not_covered)$/;

/** Status and payers of each item's best promise. */
function briefly({ as_of, items }: Verdict): AnsweredCase {
  return {
    as_of,
    items: items.map(({ id, status, entitlements }) => ({
      id,
      status,
      return_shipping: entitlements[0]?.kind === 'promise' ? entitlements[0].return_shipping : null,
      beside_status: entitlements.find(({ kind, status }) => kind === 'statutory' && !isNo.test(status))?.status ?? null,
    })),
  };
}

/** Days since 1970 of a day that exists, from 1970-01-01 to 2199-12-31. */
function dayNumber(day: unknown): number | null {
  const ms = typeof day === 'string' && day <= '2199-12-31' ? utc(day) : null;
  return ms === null || ms < 0 ? null : ms / dayLength;
}

function faultsOfDays(from: number | null, to: number | null): Fault[] {
  const message = 'Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31.';
  const faults: Fault[] = [];
  if (from === null) faults.push({ code: 'bad_date', path: '/from', message });
  if (to === null) faults.push({ code: 'bad_date', path: '/to', message });
  if (from === null || to === null) return faults;
  if (to < from) faults.push({ code: 'out_of_order', path: '/to', message: 'This day is before "from".' });
  if (to - from >= longestSweep)
    faults.push({ code: 'too_many', path: '/to', message: `A sweep covers at most ${longestSweep} days.` });
  return faults;
}

/** A fault of the engine's own, as that of a case; any other is thrown on. */
function faultsOf(error: unknown): { errors: Fault[] } {
  if (error instanceof CaseError) return { errors: error.errors };
  if (!(error instanceof EngineError)) throw error;
  return { errors: [{ code: 'engine_failed', path: '', message: error.message }] };
}

/** Of JSON that was found to be a case. */
function parsed(json: string | Uint8Array): Case {
  return JSON.parse(typeof json === 'string' ? json : new TextDecoder().decode(json)) as Case;
}

export class Checker {
  #engine: Engine;
  #compiler: PackCompiler | null;
  #sentences = new Sentences();

  /** Without a compiler no pack can be added but compiled ones, and no case is taken that is JSON text. */
  constructor(make: MakeCore, compiler: PackCompiler | null) {
    this.#engine = new Engine(make);
    this.#compiler = compiler;
    this.#engine.encode = (order) =>
      typeof order === 'string' || order instanceof Uint8Array ? this.#reader().readCase(order) : encodeCase(order);
    this.#engine.finish = (verdict, edition) => this.#sentences.join(verdict, edition);
  }

  #reader(): PackCompiler {
    if (!this.#compiler) throw new EngineError('JSON text and packs need the compiler, which was not loaded.');
    return this.#compiler;
  }

  /** The verdict on one case. */
  check(order: CaseInput): Verdict {
    return this.#engine.check(order);
  }

  /**
   * A verdict or its faults for each case; with `text: false` only status and payers, as in a sweep. One bad case never
   * costs the others their answer.
   */
  checkAll(orders: Iterable<CaseInput>, settings: { text: false }): (AnsweredCase | { errors: Fault[] })[];
  checkAll(orders: Iterable<CaseInput>, settings?: { text?: boolean }): (Verdict | { errors: Fault[] })[];
  checkAll(
    orders: Iterable<CaseInput>,
    settings?: { text?: boolean },
  ): (Verdict | AnsweredCase | { errors: Fault[] })[] {
    return Array.from(orders, (order) => {
      try {
        const verdict = this.#engine.check(order);
        return settings?.text === false ? briefly(verdict) : verdict;
      } catch (error) {
        return faultsOf(error);
      }
    });
  }

  /** Status and payers for each day, both ends included; the faults of a day that contradicts the case's own events. */
  sweep(order: CaseInput, days: { from: Day; to: Day }): SweepDay[] {
    this.#refuseUnreadable(order);
    const [from, to] = [dayNumber(days?.from), dayNumber(days?.to)];
    const faults = faultsOfDays(from, to);
    if (faults.length > 0) throw new CaseError(faults);
    const read = typeof order === 'string' || order instanceof Uint8Array ? parsed(order) : order;
    if ((to! - from! + 1) * Math.max(1, read.items?.length ?? 1) > mostAnswersOfASweep)
      throw new CaseError([
        { code: 'too_many', path: '/to', message: 'A sweep answers at most 40,000 times: its days times the items of the case.' },
      ]);
    return Array.from({ length: to! - from! + 1 }, (_, index) => {
      const as_of = addDays(days.from, index);
      try {
        return briefly(this.#engine.check({ ...read, as_of }));
      } catch (error) {
        return { as_of, ...faultsOf(error) };
      }
    });
  }

  /** What is wrong with the facts may be so on some days only; anything else is so on all of them. */
  #refuseUnreadable(order: CaseInput) {
    try {
      this.#engine.check(order);
    } catch (error) {
      if (!(error instanceof CaseError) || error.errors.some(({ path }) => !/^(\/items\/\d+)?\/facts(\/|$)/.test(path)))
        throw error;
    }
  }

  /** The same case asked of every pack in force, by the pack's id. */
  compare(order: CaseInput): { [pack: string]: Verdict } {
    const ids = new Set(this.#sentences.infos().flatMap(({ id, governs }) => (governs ? [] : [id])));
    return Object.fromEntries([...ids].map((id) => [id, this.#engine.check(order, id)]));
  }

  /** Adds a pack. Where it has faults, nothing has changed. */
  addPack(pack: PackInput): { id: string; name: string } {
    const { archive, sentences } = this.#reader().compile(pack);
    this.addCompiled(archive, [sentences]);
    return { id: sentences.info.id, name: sentences.info.name };
  }

  /** Adds the editions of a pack that was compiled by the same build. */
  addCompiled(archive: Uint8Array, editions: PackSentences[]): void {
    const first = this.#engine.add(archive);
    if (typeof first !== 'number') throw new PackError(first.errors);
    editions.forEach((sentences, index) => this.#sentences.add(first + index, sentences));
  }

  /** What is loaded, in the order in which it was added. */
  packs(): PackInfo[] {
    return structuredClone(this.#sentences.infos());
  }
}
