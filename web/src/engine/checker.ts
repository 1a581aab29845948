// The npm package's door: the engine for whoever brings cases and packs of any form.
import type { PackCompiler } from './compiler.ts';
import type { MakeCore } from './core.ts';
import { encodeCase } from './encode-case.ts';
import { Engine } from './engine.ts';
import { CaseError, EngineError, PackError } from './errors.ts';
import { Sentences, type PackSentences } from './sentences.ts';
import type { AnsweredCase, CaseInput, Day, Fault, PackInfo, PackInput, SweepDay, Verdict } from './types.ts';

/** A fault of the engine's own, as that of a case; any other is thrown on. */
function faultsOf(error: unknown): { errors: Fault[] } {
  if (error instanceof CaseError) return { errors: error.errors };
  if (!(error instanceof EngineError)) throw error;
  return { errors: [{ code: 'engine_failed', path: '', message: error.message }] };
}

export class Checker {
  #engine: Engine;
  #compiler: PackCompiler;
  #sentences = new Sentences();

  constructor(make: MakeCore, compiler: PackCompiler) {
    this.#engine = new Engine(make);
    this.#compiler = compiler;
    this.#engine.encode = (order) =>
      typeof order === 'string' || order instanceof Uint8Array ? compiler.readCase(order) : encodeCase(order);
    this.#engine.finish = (verdict, edition) => this.#sentences.join(verdict, edition);
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
        return settings?.text === false ? this.#engine.quick(order) : this.#engine.check(order);
      } catch (error) {
        return faultsOf(error);
      }
    });
  }

  /** Status and payers for each day, both ends included. */
  sweep(order: CaseInput, days: { from: Day; to: Day }): SweepDay[] {
    return this.#engine.sweep(order, days);
  }

  /** The same case asked of every pack in force, by the pack's id. */
  compare(order: CaseInput): { [pack: string]: Verdict } {
    return this.#engine.compare(order);
  }

  /** Adds a pack. Where it has faults, nothing has changed. */
  addPack(pack: PackInput): { id: string; name: string } {
    const { archive, sentences } = this.#compiler.compile(pack);
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
