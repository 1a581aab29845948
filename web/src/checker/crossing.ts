// Many cases cross into the core at once: before each stand its length in bytes, in digits, and a colon.

/** Bytes in one crossing, where it is more than one case: the core's memory need not grow for them. */
const enough = 256 * 1024;

const encoder = new TextEncoder();

/** The cases in their order, as many at a time as should cross together. */
export function crossings(cases: readonly Uint8Array[]): Uint8Array[][] {
  const all: Uint8Array[][] = [];
  let size = Infinity;
  for (const one of cases) {
    if (size + one.length > enough) {
      all.push([]);
      size = 0;
    }
    all[all.length - 1]!.push(one);
    size += one.length;
  }
  return all;
}

export function together(cases: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(cases.reduce((size, one) => size + one.length + 7, 0)); // 256 KB: six digits
  let end = 0;
  for (const one of cases) {
    end += encoder.encodeInto(`${one.length}:`, bytes.subarray(end)).written;
    bytes.set(one, end);
    end += one.length;
  }
  return bytes.subarray(0, end);
}
