// Files of the site that come as modules which export one text: a page whose policy forbids it to fetch may still import.
// Their names carry what their bytes add up to, and that is checked before they are used.
import { EngineError } from './errors.ts';
import { within } from './with-timeout.ts';

const longest = 3000; // milliseconds

const mask = 42; // see scripts/generate.mjs

// Every character is a byte: of all ways to carry bytes in a script this one costs least on the way (1 %).
export function bytesOf(latin1: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(latin1.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = latin1.charCodeAt(i) ^ mask;
  return bytes;
}

/** FNV-1a, 32 bits: a module with one bit turned may still compile, and would then answer wrongly. */
export function sumOf(bytes: Uint8Array): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i += 1) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

// A browser may remember that an address gave nothing: the next try has one of its own.
const failures = new Map<string, number>();

const addressOf = (name: string, sum: string, home: string) => new URL(`${name}.${sum}.js`, home).href;
const remember = (address: string) => failures.set(address, (failures.get(address) ?? 0) + 1);

/** The module `NAME.SUM.js` beside `home`. */
export async function imported(name: string, sum: string, home: string, ms = longest): Promise<unknown> {
  const address = addressOf(name, sum, home);
  const failed = failures.get(address) ?? 0;
  try {
    const file = import(/* @vite-ignore */ failed ? `${address}?${failed}` : address);
    return ((await within(file, ms)) as { default: unknown }).default;
  } catch (cause) {
    remember(address);
    throw cause;
  }
}

/** The bytes that it carries. */
export async function carried(name: string, sum: string, home: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = bytesOf(String(await imported(name, sum, home)));
  if (sumOf(bytes) !== sum) {
    remember(addressOf(name, sum, home));
    throw new EngineError(`${name} is damaged.`);
  }
  return bytes;
}
