// Changes to the pack as small edits of its text: what a change does not touch stays as it was typed.
import { locate, membersAt, valueEnd } from './locate.ts';

export type Path = (string | number)[];

/** One place and its new value; undefined takes it out. */
export interface Change {
  path: Path;
  value: unknown;
}

/** One part of a text and what comes in its place. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
}

const width = 100;

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`);
  return `{${members.join(', ')}}`;
}

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

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, Math.min(offset, start + 200)))![0];
}

/** A new last member; on a line of its own where its neighbours are. */
function inserted(text: string, container: number, key: string | number, value: unknown): Replacement {
  const members = [...membersAt(text, container)];
  const last = members.at(-1);
  const named = text[container] === '{';
  const name = named ? `${JSON.stringify(String(key))}: ` : '';
  if (!last) {
    const whole = named ? { [key]: value } : [value];
    return {
      from: container,
      to: valueEnd(text, container),
      insert: pretty(whole, indentAt(text, container)),
    };
  }
  const own = indentAt(text, last.start);
  const alone = text.slice(0, last.start).endsWith(`\n${own}`);
  const insert = alone ? `,\n${own}${name}${pretty(value, own)}` : `, ${name}${oneLine(value)}`;
  return { from: last.end, to: last.end, insert };
}

/** Takes a member out, with the comma and the room that belong to it. */
function removed(text: string, container: number, step: string | number): Replacement | null {
  const members = [...membersAt(text, container)];
  const index = text[container] === '{' ? members.findIndex(({ key }) => key === step) : Number(step);
  const member = members[index];
  if (!member) return null;
  const [before, after] = [members[index - 1], members[index + 1]];
  if (before) return { from: before.end, to: member.end, insert: '' };
  if (after) return { from: member.start, to: after.start, insert: '' };
  return { from: container + 1, to: valueEnd(text, container) - 1, insert: '' };
}

function editFor(text: string, { path, value }: Change): Replacement | null {
  if (value === undefined) {
    const parent = path.slice(0, -1);
    const found = locate(text, parent);
    return found.depth === parent.length ? removed(text, found.at, path.at(-1)!) : null;
  }
  const { at, depth } = locate(text, path);
  if (depth === path.length)
    return { from: at, to: valueEnd(text, at), insert: pretty(value, indentAt(text, at)) };
  // What is not there between is made.
  const whole = path
    .slice(depth + 1)
    .reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
  return text[at] === '{' || text[at] === '[' ? inserted(text, at, path[depth]!, whole) : null;
}

export function changed(text: string, changes: Change[]): string {
  let now = text;
  for (const change of changes) {
    const edit = editFor(now, change);
    if (edit) now = now.slice(0, edit.from) + edit.insert + now.slice(edit.to);
  }
  return now;
}

/** What differs between two texts, as one replacement. */
export function replacement(before: string, after: string): Replacement | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  const rest = shorter - start;
  const [a, b] = [before.length - 1, after.length - 1];
  while (end < rest && before.charCodeAt(a - end) === after.charCodeAt(b - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
