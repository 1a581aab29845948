import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** Where a place of the pack stands in its text, or the nearest one around it. */
export function placeIn(text: string, path: (string | number)[]): { from: number; to: number } | null {
  const root = parseTree(text);
  for (let length = path.length; root && length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return { from: node.offset, to: node.offset + Math.min(node.length, 200) };
  }
  return null;
}
