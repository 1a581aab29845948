// From whatever the caller has to a compiled module, within a time limit: a fetch or compile that hangs must reject.
import { EngineError } from './errors.ts';

export type WasmInput = URL | string | Response | BufferSource | WebAssembly.Module;

/** Node, and nothing else, reads file addresses; it has no fetch for them. */
function readFile(url: URL): Uint8Array | null {
  const host = globalThis as {
    process?: { getBuiltinModule?: (name: string) => { readFileSync(path: URL): Uint8Array } | undefined };
  };
  return host.process?.getBuiltinModule?.('node:fs')?.readFileSync(url) ?? null;
}

async function bytesOf(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new EngineError(`The engine's file was answered with status ${response.status}.`);
  return response.arrayBuffer();
}

async function fetchBytes(address: URL | string, signal: AbortSignal): Promise<BufferSource> {
  const url = new URL(address, globalThis.location?.href);
  const local = url.protocol === 'file:' ? readFile(url) : null;
  if (local) return local.slice();
  return bytesOf(await fetch(url, { signal }));
}

async function compile(wasm: WasmInput, signal: AbortSignal): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new EngineError('There is no WebAssembly here.');
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === 'string' || wasm instanceof URL) return WebAssembly.compile(await fetchBytes(wasm, signal));
  if (typeof Response === 'function' && wasm instanceof Response) return WebAssembly.compile(await bytesOf(wasm));
  return WebAssembly.compile(wasm as BufferSource);
}

export async function loadModule(wasm: WasmInput, timeout_ms: number): Promise<WebAssembly.Module> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EngineError(`The engine did not load within ${timeout_ms} ms.`));
      abort.abort();
    }, timeout_ms);
  });
  try {
    return await Promise.race([compile(wasm, abort.signal), late]);
  } catch (cause) {
    throw cause instanceof EngineError ? cause : new EngineError(`The engine could not be loaded: ${String(cause)}`, cause);
  } finally {
    clearTimeout(timer);
  }
}
