// A file of its own: only a host that brings a pack needs it. Fetches the pack, checks and compiles it.
import { PackCompiler } from '../../engine/compiler.ts';
import { EngineError } from '../../engine/errors.ts';
import factory from '../../engine/generated/returnable_compiler.js';
import { within } from '../../engine/with-timeout.ts';
import type { OwnPack } from '../own-pack.ts';

export type ReadPack = (address: string, wasm: Promise<Uint8Array<ArrayBuffer>>) => Promise<OwnPack>;

const longest = 5000; // milliseconds

async function textAt(address: string): Promise<string> {
  const response = await fetch(new URL(address, document.baseURI), { credentials: 'omit' });
  if (!response.ok) throw new EngineError(`${address} was answered with status ${response.status}.`);
  return response.text();
}

const read: ReadPack = async (address, wasm) => {
  const [text, module] = await Promise.all([
    within(textAt(address), longest),
    wasm.then((bytes) => WebAssembly.compile(bytes)),
  ]);
  const { archive, sentences } = new PackCompiler(factory, module).compile(text);
  return { archive, id: sentences.info.id, name: sentences.info.name };
};

export default read;
