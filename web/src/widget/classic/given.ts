// What the loader gives to the element's file, on the script that brings it.
import type { Carrier } from '../file-loader.ts';
import type { Given } from '../loader.ts';

export const given = (document.currentScript as Carrier).given as Given;

/** What the file `widget/NAME.js` carries. */
export async function file(name: string): Promise<unknown> {
  const hashes = await given.hashes();
  return given.file(name, Object.hasOwn(hashes, name) ? hashes[name]! : '');
}
