// `returnable/compiler`: for who writes packs.
import type { Checker, CompiledPack, Fault, PackInput, WasmInput } from '../engine/index.ts';
import { PackError } from '../engine/errors.ts';
import { loadPackCompiler } from '../engine/load-own.ts';

export { EngineError, PackError } from '../engine/errors.ts';
export type { CompiledPack, Fault, PackInput };

export interface Compiler {
  /** Every fault of a pack, each with its place; none where it can be used. */
  validate(pack: PackInput): Fault[];
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
  return {
    compile,
    validate(pack) {
      try {
        compile(pack);
        return [];
      } catch (cause) {
        if (cause instanceof PackError) return cause.errors;
        throw cause;
      }
    },
    addPack(checker, pack) {
      const { archive, sentences } = compile(pack);
      checker.addCompiled(archive, sentences);
      const { id, name } = sentences[0]!.info;
      return { id, name };
    },
  };
}
