// `returnable/compiler`: for who writes packs.
import type { Checker, CompiledPack, Day, Fault, PackInput, Warning, WasmInput } from '../engine/index.ts';
import { PackError } from '../engine/errors.ts';
import { loadPackCompiler } from '../engine/load-own.ts';

export { EngineError, PackError } from '../engine/errors.ts';
export type { CompiledPack, Fault, PackInput, Warning };

export interface Compiler {
  /** Every fault of a pack, each with its place; none where it can be used. */
  validate(pack: PackInput): Fault[];
  /**
   * What in a pack without faults nobody would see, or would never happen; none where it has faults. Sources are too old as
   * of the day that is given, else as of the pack's own `checked_on`.
   */
  warnings(pack: PackInput, as_of?: Day): Warning[];
  /** Throws PackError where it has faults. */
  compile(pack: PackInput): CompiledPack;
  /** Compiles a pack and adds it. Throws PackError where it has faults; nothing has changed then. */
  addPack(checker: Checker, pack: PackInput): { id: string; name: string };
}

/** `wasm`: the compiler's file, where it is not to be its own. Rejects with EngineError where it cannot be had in time. */
export async function loadCompiler(
  options: { wasm?: WasmInput; timeout_ms?: number } = {},
): Promise<Compiler> {
  const compiler = await loadPackCompiler(options.wasm, options.timeout_ms);
  const compile = (pack: PackInput) => {
    const { archive, sentences } = compiler.compile(pack);
    return { archive, sentences: [sentences] };
  };
  const faultsOf = (read: () => unknown): Fault[] => {
    try {
      read();
      return [];
    } catch (cause) {
      if (cause instanceof PackError) return cause.errors;
      throw cause;
    }
  };
  return {
    compile,
    validate: (pack) => faultsOf(() => compile(pack)),
    warnings(pack, as_of) {
      let found: Warning[] = [];
      faultsOf(() => (found = compiler.warnings(pack, as_of)));
      return found;
    },
    addPack(checker, pack) {
      const { archive, sentences } = compile(pack);
      checker.addCompiled(archive, sentences);
      const { id, name } = sentences[0]!.info;
      return { id, name };
    },
  };
}
