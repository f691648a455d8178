/** A list of whole numbers that grows without being copied. */

const CHUNK = 1 << 16;

export interface Numbers {
  readonly length: number;
  /** @param value below 2^53 */
  push(value: number): void;
  at(i: number): number;
}

/** @param make `Float64Array` where numbers reach 2^32 */
export function numbers(make: Uint32ArrayConstructor | Float64ArrayConstructor = Uint32Array): Numbers {
  const chunks: (Uint32Array | Float64Array)[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length % CHUNK === 0) chunks.push(new make(CHUNK));
      const chunk = chunks[chunks.length - 1];
      if (chunk !== undefined) chunk[length++ % CHUNK] = value;
    },
    at: (i) => chunks[i >>> 16]?.[i % CHUNK] ?? 0,
  };
}
