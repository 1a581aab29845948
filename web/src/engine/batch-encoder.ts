// Many cases cross into the core at once: before each stand its length in bytes, in digits, and a colon.

/** Bytes in one crossing, where it is more than one case: the core's memory need not grow for them. */
const enough = 256 * 1024;
const longest_head = 7; // 256 KB: six digits, and the colon

const encoder = new TextEncoder();

export class Crossing {
  #bytes = new Uint8Array(4096);
  #size = 0;
  #ends: number[] = []; // of each case, and so where the next one begins

  /** Whether a case of so many bytes should still come along. */
  takes(size: number): boolean {
    return this.#size + size <= enough;
  }

  add(one: Uint8Array) {
    const most = this.#size + longest_head + one.length;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, 2 * this.#bytes.length));
      larger.set(this.bytes);
      this.#bytes = larger;
    }
    const head = encoder.encodeInto(`${one.length}:`, this.#bytes.subarray(this.#size)).written;
    this.#bytes.set(one, this.#size + head);
    this.#size += head + one.length;
    this.#ends.push(this.#size);
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  /** The same bytes, one case at a time. */
  apart(): Uint8Array[] {
    return this.#ends.map((end, i) => this.#bytes.subarray(this.#ends[i - 1] ?? 0, end));
  }
}
