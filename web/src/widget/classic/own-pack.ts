// In the place of src/widget/own-pack.ts.
import { compilerSum } from '../../engine/generated/files.js';
import type { OwnPack } from '../own-pack.ts';
import { carried } from './carried.ts';
import { file } from './given.ts';
import type { ReadPack } from './pack-compiler.ts';

export type { OwnPack };

/** Written by the build: the name of the compiler's file. */
declare const __PACK_COMPILER__: string;

/** The pack at that address, checked and compiled. Rejects with PackError, which names a fault. */
export async function ownPack(address: string): Promise<OwnPack> {
  const wasm = carried('return-checker.compiler', compilerSum, '');
  return ((await file(__PACK_COMPILER__)) as ReadPack)(address, wasm);
}
