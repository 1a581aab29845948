// In the place of src/widget/own-pack.ts: the pack is fetched, which the host's policy has to allow (connect-src), and compiled.
import { EngineError } from '../engine/errors.ts';
import { loadPackCompiler } from '../engine/load-own.ts';
import type { OwnPack } from '../widget/own-pack.ts';

export async function ownPack(address: string): Promise<OwnPack> {
  const [response, compiler] = await Promise.all([
    fetch(new URL(address, document.baseURI)),
    loadPackCompiler(undefined),
  ]);
  if (!response.ok) throw new EngineError(`${address} was answered with status ${response.status}.`);
  const { archive, sentences } = compiler.compile(new Uint8Array(await response.arrayBuffer()));
  const { id, name } = sentences.info;
  return { archive, id, name };
}
