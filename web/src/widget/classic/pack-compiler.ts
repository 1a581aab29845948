// A file of its own: only a host that brings a pack needs it. Fetches the pack, checks and compiles it.
import { PackCompiler } from '../../engine/compiler.ts';
import factory from '../../engine/generated/returnable_compiler.js';
import { textAt, type OwnPack } from '../own-pack.ts';

export type ReadPack = (address: string, wasm: Promise<Uint8Array<ArrayBuffer>>) => Promise<OwnPack>;

const read: ReadPack = async (address, wasm) => {
  const [text, module] = await Promise.all([
    textAt(address),
    wasm.then((bytes) => WebAssembly.compile(bytes)),
  ]);
  const { archive, sentences } = new PackCompiler(factory, module).compile(text);
  return { archive, info: sentences.info };
};

export default read;
