// What is wrong with a pack, each with its place in the text. Runs in the worker: a text may have a megabyte.
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Fault } from '../engine/types.ts';

export type Severity = 'error' | 'warning';

/** A fault or a warning of the compiler, and where in the text it is. Offsets count UTF-16 units; `line` is from 1 on. */
export interface Finding extends Fault {
  severity: Severity;
  from: number;
  to: number;
  line: number;
}

/** More are counted, not shown: nobody mends a hundred at once. */
export const mostShown = 50;
const longestMark = 200;

const strict = { disallowComments: true, allowTrailingComma: false };

function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The node at a JSON Pointer, or the nearest one around it; of a member, its key where the member itself is meant. */
function nodeAt(root: Node, pointer: string): Node {
  let found = root;
  for (const part of segments(pointer)) {
    const next = findNodeAtLocation(found, [found.type === 'array' ? Number(part) : part]);
    if (!next) break;
    found = next;
  }
  return found;
}

interface Place {
  from: number;
  to: number;
}

function placeOf(root: Node, { code, path }: Fault): Place {
  const node = nodeAt(root, path);
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const marked = code === 'unknown_key' && key ? key : node;
  return { from: marked.offset, to: marked.offset + Math.min(marked.length, longestMark) };
}

/** Where the text stops to be JSON. */
function firstBreak(text: string): Place {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, strict);
  } catch {
    return { from: 0, to: 1 }; // nested so deeply that the parser gives up
  }
  const { offset = 0, length = 1 } = errors[0] ?? {};
  // A comma or bracket that is missing is missing where the last word ended, not where the next one begins.
  const before = text.slice(0, offset).trimEnd().length;
  return before > 0 && offset > before
    ? { from: before - 1, to: before }
    : { from: offset, to: offset + length };
}

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text, [], strict);
  } catch {
    return undefined;
  }
}

/** Puts each fault in its place, errors first; the first `mostShown` of them. */
export function placed(text: string, faults: (Fault & { severity: Severity })[]): Finding[] {
  const inOrder = [...faults].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  const shown = inOrder.slice(0, mostShown);
  if (shown.length === 0) return [];
  const tree = shown.some(({ code }) => code !== 'bad_json') ? treeOf(text) : undefined;
  const places = shown.map((fault) =>
    fault.code === 'bad_json' ? firstBreak(text) : tree ? placeOf(tree, fault) : { from: 0, to: 1 },
  );
  return withLines(
    text,
    shown.map((fault, index) => ({ ...fault, ...places[index]! })),
  );
}

function withLines(text: string, findings: Omit<Finding, 'line'>[]): Finding[] {
  const order = findings.map((_, index) => index).sort((a, b) => findings[a]!.from - findings[b]!.from);
  const lines: number[] = [];
  let [line, at] = [1, 0];
  for (const index of order) {
    for (; at < findings[index]!.from; at += 1) if (text.charCodeAt(at) === 10) line += 1;
    lines[index] = line;
  }
  return findings.map((finding, index) => ({ ...finding, line: lines[index]! }));
}
