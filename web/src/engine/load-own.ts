// The two modules, as the caller brings them, or the build's own: these come as JavaScript that carries their bytes, so no
// bundler has to be taught about them, and no policy to allow a fetch.
import { bytesOf, sumOf } from './carried.ts';
import { PackCompiler } from './compiler.ts';
import { fromModule, type MakeCore } from './core.ts';
import { EngineError } from './errors.ts';
import { compilerSum, engineSum } from './generated/files.js';
import { loadModule, type WasmInput } from './load-wasm.ts';
import { within } from './with-timeout.ts';

async function moduleOf(
  given: WasmInput | undefined,
  own: () => Promise<{ default: string }>,
  sum: string,
  ms: number,
): Promise<WebAssembly.Module> {
  if (given !== undefined) return loadModule(given, ms);
  const bytes = bytesOf((await within(own(), ms)).default);
  if (sumOf(bytes) !== sum) throw new EngineError("The engine's file is damaged.");
  return loadModule(bytes, ms);
}

/** The pack compiler, ready. */
export async function loadPackCompiler(given: WasmInput | undefined, ms = 3000): Promise<PackCompiler> {
  const [module, { default: factory }] = await Promise.all([
    moduleOf(given, () => import('./generated/compiler-bytes.js'), compilerSum, ms),
    import('./generated/returnable_compiler.js'),
  ]);
  return new PackCompiler(factory, module);
}

/** The engine, to be instantiated. */
export async function loadEngine(given: WasmInput | undefined, ms: number): Promise<MakeCore> {
  return fromModule(await moduleOf(given, () => import('./generated/engine-bytes.js'), engineSum, ms));
}
