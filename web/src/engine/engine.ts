// The engine with its packs, asked case by case. After a trap nothing in an instance can be relied upon: its stack pointer is
// lost. So it is dropped, a fresh one gets the same packs, and the question is asked once more.
import type { Core, MakeCore } from './core.ts';
import { encodeCase } from './encode-case.ts';
import { CaseError, EngineError } from './errors.ts';
import type { CaseInput, Fault, Verdict } from './types.ts';

type Faulty = { errors: Fault[] };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function put(core: Core, bytes: Uint8Array) {
  const place = core.input(bytes.length); // first: it may move the memory
  new Uint8Array(core.memory.buffer).set(bytes, place);
}

function take(core: Core, size: number): unknown {
  return JSON.parse(decoder.decode(new Uint8Array(core.memory.buffer, core.output(), size)));
}

/** Its own: a host page may have put something of that name on every object. */
export function faultsIn(answer: unknown): Fault[] | null {
  return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'errors')
    ? (answer as Faulty).errors
    : null;
}

/** A verdict as it comes, with the number of its pack, in the order in which packs were added. */
type Numbered = Verdict & { edition?: number };

export class Engine {
  #make: MakeCore;
  #core: Core | null = null;
  #archives: Uint8Array[] = [];
  #editions = 0;

  /** A case to bytes. */
  encode: (order: CaseInput) => Uint8Array = encodeCase;
  /** Called with each verdict and the number of its pack. */
  finish: (verdict: Verdict, edition: number) => Verdict = (verdict) => verdict;

  constructor(make: MakeCore) {
    this.#make = make;
    this.#core = this.#fresh();
  }

  #fresh(): Core {
    const core = this.#make();
    for (const archive of this.#archives) {
      put(core, archive);
      core.add_packs();
    }
    return core;
  }

  /** Asks, and reads what comes back; where the instance dies of it, asks a fresh one, once. */
  #ask(bytes: Uint8Array, question: (core: Core) => number): unknown {
    for (let tries = 2; ; tries -= 1) {
      const used = this.#core;
      this.#core = null;
      try {
        const core = used ?? this.#fresh();
        put(core, bytes);
        const answer = take(core, question(core));
        this.#core = core;
        return answer;
      } catch (cause) {
        if (tries === 1)
          throw new EngineError(
            'The engine failed twice on this question. Please check with the shop.',
            cause,
          );
      }
    }
  }

  /** Adds compiled packs and gives the number of the first; or their faults. */
  add(archive: Uint8Array): number | { errors: Fault[] } {
    const answer = this.#ask(archive, (core) => core.add_packs());
    if (typeof answer !== 'number') return answer as Faulty;
    if (answer === 0) throw new EngineError('The rules are damaged.');
    this.#archives.push(archive.slice());
    this.#editions += answer;
    return this.#editions - answer;
  }

  /** The verdict on one case; of the pack of that id, where one is named, else of the one that the case names. */
  check(order: CaseInput, pack = ''): Verdict {
    const encoded = this.encode(order);
    const id = encoder.encode(pack);
    const bytes = new Uint8Array(encoded.length + id.length);
    bytes.set(encoded);
    bytes.set(id, encoded.length);
    const answer = this.#ask(bytes, (core) => core.check(id.length));
    const errors = faultsIn(answer);
    if (errors) throw new CaseError(errors);
    const { edition = 0, ...verdict } = answer as Numbered;
    return this.finish(verdict, edition);
  }
}
