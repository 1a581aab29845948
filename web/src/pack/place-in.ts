import { locate, valueEnd } from './locate.ts';

/** Where a place of the pack stands in its text, or the nearest one around it. */
export function placeIn(text: string, path: (string | number)[]): { from: number; to: number } {
  const { at } = locate(text, path);
  return { from: at, to: Math.min(valueEnd(text, at), at + 200) };
}
