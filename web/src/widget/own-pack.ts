// A pack of the host's own, `packs="…/my-shop.json"`: fetched, checked and compiled. In the site's script: classic/own-pack.ts.
import { EngineError } from '../engine/errors.ts';
import type { PackInfo } from '../engine/types.ts';
import { within } from '../engine/with-timeout.ts';

export interface OwnPack {
  archive: Uint8Array;
  info: PackInfo;
}

const longest = 5000; // milliseconds

/** The text at that address of the host's. */
export async function textAt(address: string): Promise<string> {
  const response = await within(fetch(new URL(address, document.baseURI), { credentials: 'omit' }), longest);
  if (!response.ok) throw new EngineError(`${address} was answered with status ${response.status}.`);
  return within(response.text(), longest);
}

/** The pack at that address. Rejects with PackError, which names a fault. */
export async function ownPack(address: string): Promise<OwnPack> {
  const [text, { loadPackCompiler }] = await Promise.all([textAt(address), import('../engine/load-own.ts')]);
  const { archive, sentences } = (await loadPackCompiler(undefined)).compile(text);
  return { archive, info: sentences.info };
}
