// A pack of the host's own, `packs="…/my-shop.json"`. Only the site's script can fetch what compiles it (classic/own-pack.ts).
import { EngineError } from '../engine/errors.ts';

export interface OwnPack {
  archive: Uint8Array;
  id: string;
  name: string;
}

export function ownPack(address: string): Promise<OwnPack> {
  return Promise.reject(new EngineError(`${address}: packs="…" works with the script of the site alone.`));
}
