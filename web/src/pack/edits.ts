// Changes to the pack as small edits of its text: what a change does not touch stays as it was typed.
import { findNodeAtLocation, modify, parseTree, type Edit, type JSONPath, type Node } from 'jsonc-parser';

export type Path = JSONPath;

/** One place and its new value; undefined takes it out. */
export interface Change {
  path: Path;
  value: unknown;
}

const width = 100;

/** JSON on one line where it fits, else one member a line. */
export function pretty(value: unknown, indent = '', room = width): string {
  const flat = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= room) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((one) => inner + pretty(one, inner)).join(',\n')}\n${indent}]`;
  const members = Object.entries(value).map(
    ([key, one]) => `${inner}${JSON.stringify(key)}: ${pretty(one, inner, width - key.length - 4)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`);
  return `{${members.join(', ')}}`;
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, Math.min(offset, start + 200)))![0];
}

/** A new member stands on a line of its own where its neighbours do. */
function inserted(text: string, edit: Edit, parent: Node | undefined, value: unknown): Edit {
  const last = parent?.children?.at(-1);
  const raw = JSON.stringify(value);
  const at = edit.content.lastIndexOf(raw);
  if (at < 0) return edit;
  const own = last ? indentAt(text, last.offset) : '';
  const onOwnLine = last && /\n[ \t]*$/.test(text.slice(0, last.offset).slice(-200));
  const lead = edit.content.slice(0, at).replace(/:$/, ': ');
  if (!last || !onOwnLine) return { ...edit, content: lead.replace(/^,/, ', ') + oneLine(value) };
  return { ...edit, content: lead.replace(/^,/, `,\n${own}`) + pretty(value, own) };
}

function editsFor(text: string, { path, value }: Change): Edit[] {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, path);
  if (node && value !== undefined)
    return [
      { offset: node.offset, length: node.length, content: pretty(value, indentAt(text, node.offset)) },
    ];
  const edits = modify(text, path, value, {});
  const parent = root && findNodeAtLocation(root, path.slice(0, -1));
  return value === undefined ? edits : edits.map((edit) => inserted(text, edit, parent, value));
}

/** The smallest part of the text that has to be replaced. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
}

export function changed(text: string, changes: Change[]): string {
  let now = text;
  for (const change of changes)
    for (const { offset, length, content } of editsFor(now, change).toReversed())
      now = now.slice(0, offset) + content + now.slice(offset + length);
  return now;
}

/** What differs between two texts, as one replacement. */
export function replacement(before: string, after: string): Replacement | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
