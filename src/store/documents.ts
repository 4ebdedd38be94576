/**
 * JSON texts as they are stored, in UTF-8, one behind the other with commas in between: what a list sends,
 * without a text of each being made and unmade.
 */
export interface Documents {
  joined: Uint8Array;
  /** In bytes. */
  lengths: readonly number[];
}

const comma = Buffer.from(',');

/** @param parts of which none is empty */
export function join(parts: readonly Documents[]): Documents {
  const [first, ...others] = parts;
  if (first === undefined) return { joined: Buffer.alloc(0), lengths: [] };
  if (others.length === 0) return first;
  return {
    joined: Buffer.concat([first.joined, ...others.flatMap(({ joined }) => [comma, joined])]),
    lengths: parts.flatMap(({ lengths }) => lengths),
  };
}

/** All but the last. */
export function withoutLast({ joined, lengths }: Documents): Documents {
  const last = (lengths.at(-1) ?? 0) + Number(lengths.length > 1);
  return { joined: joined.subarray(0, joined.length - last), lengths: lengths.slice(0, -1) };
}

/** Each for itself, as a text. */
export function separate({ joined, lengths }: Documents): string[] {
  const bytes = Buffer.from(joined.buffer, joined.byteOffset, joined.byteLength);
  let from = 0;
  return lengths.map((length) => {
    const text = bytes.toString('utf8', from, from + length);
    from += length + 1;
    return text;
  });
}
