/** Remembers texts in a fixed amount of memory. */
export interface Seen {
  /** @returns whether it may have been added before: of what was, always; of what wasn't, hardly ever */
  add(text: string): boolean;
}

/** 16 MiB: among a million texts one in a million passes for known that isn't, among ten million one in 250. */
const bits = 27;
const hashes = 4;

/** A Bloom filter. */
export function createSeen(): Seen {
  const seen = new Uint8Array(2 ** (bits - 3));
  return {
    add(text) {
      let [place, step] = hashesOf(text);
      let known = true;
      for (let count = 0; count < hashes; count++, place += step) {
        const bit = place >>> (32 - bits);
        const byte = seen[bit >>> 3] ?? 0;
        if (((byte >> (bit & 7)) & 1) === 0) {
          known = false;
          seen[bit >>> 3] = byte | (1 << (bit & 7));
        }
      }
      return known;
    },
  };
}

/** Two hashes (FNV-1a), whose sums are the others. */
function hashesOf(text: string): [number, number] {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return [one, other | 1];
}
