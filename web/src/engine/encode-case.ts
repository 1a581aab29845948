// A case to the bytes that the engine reads (core/src/reading/value_buffer.h). Whether they are a case, the engine says.
import { CaseError } from './errors.ts';

export const largestCase = 256 * 1024;
/** Deeper than anything that the engine reads to its end. */
const deepest = 20;
const encoder = new TextEncoder();
// In a pattern with the u flag, Cs stands only for a surrogate without its other half.
const loneSurrogate = /\p{Cs}/u;

function refuse(code: string, message: string): never {
  throw new CaseError([{ code, path: '', message }]);
}

let bytes = new Uint8Array(4096);
let size = 0;

function room(more: number): DataView {
  if (size + more > bytes.length) {
    const larger = new Uint8Array(2 * (size + more));
    larger.set(bytes);
    bytes = larger;
  }
  return new DataView(bytes.buffer);
}

function putByte(letter: string) {
  room(1).setUint8(size, letter.charCodeAt(0));
  size += 1;
}

function putLength(length: number) {
  room(4).setUint32(size, length, true);
  size += 4;
}

function putText(text: string) {
  if (text.length > largestCase) refuse('too_large', 'A case has at most 256 KB.');
  if (loneSurrogate.test(text)) refuse('bad_text', 'This text holds half a character (a lone surrogate).');
  const view = room(4 + 3 * text.length); // of UTF-16, no unit takes more
  const { written } = encoder.encodeInto(text, bytes.subarray(size + 4));
  view.setUint32(size, written, true);
  size += 4 + written;
}

const isNothing = (value: unknown) =>
  value === undefined || typeof value === 'function' || typeof value === 'symbol';

/** What JSON would write in its place. */
function written(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === 'function' ? (toJSON.call(value) as unknown) : value;
}

let ancestors: unknown[] = [];

function putMembers(value: object, depth: number) {
  if (Array.isArray(value)) {
    putByte('a');
    putLength(value.length);
    for (const child of value as unknown[]) put(written(child), depth);
    return;
  }
  const members = Object.entries(value)
    .map(([name, child]) => [name, written(child)] as const)
    .filter(([, child]) => !isNothing(child));
  putByte('o');
  putLength(members.length);
  for (const [name, child] of members) {
    putText(name);
    put(child, depth);
  }
}

function put(value: unknown, depth: number) {
  if (typeof value === 'boolean') putByte(value ? 't' : 'f');
  else if (typeof value === 'number') {
    putByte('d');
    room(8).setFloat64(size, value, true);
    size += 8;
  } else if (typeof value === 'string') {
    putByte('s');
    putText(value);
  } else if (typeof value === 'bigint') refuse('bad_json', 'Write a number, not a BigInt.');
  else if (value === null || isNothing(value) || depth > deepest) putByte('n');
  else {
    if (ancestors.includes(value)) refuse('bad_json', 'This value holds itself.');
    ancestors.push(value);
    putMembers(value as object, depth + 1);
    ancestors.pop();
  }
  if (size > largestCase) refuse('too_large', 'A case has at most 256 KB.');
}

/** The bytes are good until the next call. What is undefined or a function is left out, as in JSON. */
export function encodeCase(order: unknown): Uint8Array {
  size = 0;
  ancestors = [];
  try {
    const value = written(order);
    if (isNothing(value)) refuse('bad_json', 'This value cannot be written as JSON.');
    put(value, 0);
  } catch (cause) {
    if (cause instanceof CaseError) throw cause;
    return refuse('bad_json', `This value cannot be read: ${String(cause)}`);
  }
  return bytes.subarray(0, size);
}
