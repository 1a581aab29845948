// The JavaScript door to the engine: checks lengths, asks, turns faults into errors.
import { Crossing } from './batch-encoder.ts';
import { encode } from './encode-case.ts';
import { Engine, type Core, type MakeCore } from './core-supervisor.ts';
import { CaseError, EngineError, PackError } from './errors.ts';
import { PartsOfPacks, type Parts, type PlacedVerdict } from './verdict-joiner.ts';
import type { AnsweredCase, CaseInput, Day, Fault, PackInfo, PackInput, SweepDay, Verdict } from './types.ts';

const largest_case = 256 * 1024;
const largest_pack = 1024 * 1024;

function faultsIn(answer: unknown): Fault[] | null {
  const errors = (answer as { errors?: unknown } | null)?.errors;
  return Array.isArray(errors) ? (errors as Fault[]) : null;
}

/** A fault of the engine's own, as that of a case; any other is thrown on. */
function faultOf(error: unknown): { errors: Fault[] } {
  if (!(error instanceof EngineError)) throw error;
  return { errors: [{ code: 'engine_failed', path: '', message: error.message }] };
}

/** A day is ten characters; more are not worth a copy, and eleven are refused like a million. */
function dayText(day: unknown): string {
  return typeof day === 'string' ? day.slice(0, 11) : '';
}

export class Checker {
  #engine: Engine;
  #parts = new PartsOfPacks((pack) => this.#engine.ask((core) => core.parts(pack)) as Parts);

  constructor(make: MakeCore, packs: readonly PackInput[]) {
    this.#engine = new Engine(make);
    for (const pack of packs) this.addPack(pack);
  }

  #ask(order: CaseInput, question: (core: Core, bytes: Uint8Array) => Uint8Array): unknown {
    const encoded = encode(order, largest_case);
    if ('errors' in encoded) throw new CaseError(encoded.errors);
    const answer = this.#engine.ask((core) => question(core, encoded.bytes));
    const errors = faultsIn(answer);
    if (errors) throw new CaseError(errors);
    return answer;
  }

  /**
   * The verdict on one case. Its clauses, conflicts, reasons and assumptions are frozen: other verdicts of the pack share
   * them. An item's entitlements share the steps and lists of codes that they have in common.
   */
  check(order: CaseInput): Verdict {
    return this.#parts.join(this.#ask(order, (core, bytes) => {
      core.room(bytes.length).set(bytes);
      return core.check_by_place();
    }) as PlacedVerdict);
  }

  /**
   * A verdict or its faults for each case; with `text: false` only status and payers, as in a sweep. One bad case never
   * costs the others their answer.
   */
  checkAll(orders: Iterable<CaseInput>, settings: { text: false }): (AnsweredCase | { errors: Fault[] })[];
  checkAll(orders: Iterable<CaseInput>, settings?: { text?: boolean }): (Verdict | { errors: Fault[] })[];
  checkAll(orders: Iterable<CaseInput>, settings?: { text?: boolean }): (Verdict | AnsweredCase | { errors: Fault[] })[] {
    if (settings?.text === false) return this.#quickly(orders);
    return Array.from(orders, (order) => {
      try {
        return this.check(order);
      } catch (error) {
        if (error instanceof CaseError) return { errors: error.errors };
        return faultOf(error);
      }
    });
  }

  #quickly(orders: Iterable<CaseInput>): (AnsweredCase | { errors: Fault[] })[] {
    const crossings: Crossing[] = [];
    const faults = Array.from(orders, (order) => {
      const encoded = encode(order, largest_case);
      if ('errors' in encoded) return encoded;
      if (!crossings.at(-1)?.takes(encoded.bytes.length)) crossings.push(new Crossing());
      crossings.at(-1)!.add(encoded.bytes);
      return null;
    });
    const answers = crossings.flatMap((one) => this.#cross(one)).values();
    return faults.map((fault) => fault ?? answers.next().value!);
  }

  #cross(crossing: Crossing): (AnsweredCase | { errors: Fault[] })[] {
    try {
      return this.#answersTo(crossing.bytes);
    } catch {
      return crossing.apart().flatMap((one): (AnsweredCase | { errors: Fault[] })[] => {
        try {
          return this.#answersTo(one);
        } catch (error) {
          return [faultOf(error)];
        }
      });
    }
  }

  #answersTo(bytes: Uint8Array): AnsweredCase[] {
    return this.#engine.ask((core) => {
      core.room(bytes.length).set(bytes);
      return core.check_all();
    }) as AnsweredCase[];
  }

  /** Status and payers for each day, both ends included. */
  sweep(order: CaseInput, days: { from: Day; to: Day }): SweepDay[] {
    const from = dayText(days?.from);
    const to = dayText(days?.to);
    return this.#ask(order, (core, bytes) => core.sweep(bytes, from, to)) as SweepDay[];
  }

  /** The same case asked of every pack in force, by the pack's id. */
  compare(order: CaseInput): { [pack: string]: Verdict } {
    return this.#ask(order, (core, bytes) => core.compare(bytes)) as { [pack: string]: Verdict };
  }

  /** Adds a pack. Where it has faults, nothing has changed. */
  addPack(pack: PackInput): { id: string; name: string } {
    const encoded = encode(pack, largest_pack);
    if ('errors' in encoded) throw new PackError(encoded.errors);
    const answer = this.#engine.ask((core) => core.add_pack(encoded.bytes));
    const errors = faultsIn(answer);
    if (errors) throw new PackError(errors);
    this.#engine.remember(encoded.bytes);
    return answer as { id: string; name: string };
  }

  /** What is loaded, in the order in which it was added. */
  packs(): PackInfo[] {
    return this.#engine.ask((core) => core.packs()) as PackInfo[];
  }
}
