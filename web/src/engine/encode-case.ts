// Input of any kind to UTF-8 bytes of a known length. What comes out is text; whether it is a case, the engine says.
import type { Fault } from './types.ts';

export type Encoded = { bytes: Uint8Array } | { errors: Fault[] };

const encoder = new TextEncoder();
let room = new Uint8Array(1024); // an array made for each text costs more than writing it does
// In a pattern with the u flag, Cs stands only for a surrogate without its other half.
const lone_surrogate = /\p{Cs}/u;

function fault(code: string, path: string, message: string): Encoded {
  return { errors: [{ code, path, message }] };
}

/** Where JSON would write `null` for a number that is none: in a case, null has a meaning of its own. */
function placeOfNonNumber(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    const name = key.replaceAll('~', '~0').replaceAll('/', '~1');
    const place = placeOfNonNumber(child, `${path}/${name}`);
    if (place !== null) return place;
  }
  return null;
}

function toText(value: object): string | Encoded {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    return fault('bad_json', '', `This value cannot be written as JSON: ${String(cause)}`);
  }
  if (text === undefined) return fault('bad_json', '', 'This value cannot be written as JSON.');
  if (text.includes('null')) {
    const place = placeOfNonNumber(value, '');
    if (place !== null) return fault('wrong_type', place, 'This is not a finite number.');
  }
  return text;
}

function toBytes(text: string): Uint8Array {
  if (text.length * 3 > room.length) room = new Uint8Array(text.length * 3); // of UTF-16, no unit takes more
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

/** `limit` in bytes, checked before anything is copied. The bytes are good until the next call. */
export function encode(value: unknown, limit: number): Encoded {
  const tooLarge = () => fault('too_large', '', `This text has more than ${limit / 1024} KB.`);
  if (value instanceof Uint8Array) return value.length > limit ? tooLarge() : { bytes: value };
  let text: string;
  if (typeof value === 'string') {
    text = value;
  } else if (typeof value === 'object' && value !== null) {
    const written = toText(value);
    if (typeof written !== 'string') return written;
    text = written;
  } else {
    return fault('wrong_type', '', 'Give an object, or its JSON as text or as UTF-8 bytes.');
  }
  if (text.length > limit) return tooLarge(); // bytes are never fewer than UTF-16 units
  if (lone_surrogate.test(text)) return fault('bad_text', '', 'This text holds half a character (a lone surrogate).');
  const bytes = toBytes(text);
  return bytes.length > limit ? tooLarge() : { bytes };
}
