import type { Dialect } from '../dialect.ts';
import { type Sql, sql } from '../sql.ts';

/** So many bytes the documents of a page have; one that has more is a page by itself. */
const mostBytes = 4 * 1024 * 1024;
/** No document is longer: the engines' largest integer of 32 bits. */
const mostLong = 2 ** 31 - 1;

/** How many of the documents there is room for on a page that has so many bytes already. */
export function countFitting(lengths: readonly number[], had: number): number {
  let bytes = had;
  for (let place = 0; place < lengths.length; place++) {
    bytes += lengths[place] ?? 0;
    if (bytes > mostBytes && (place > 0 || had > 0)) return place;
  }
  return lengths.length;
}

/** The columns `document`, null where it has more bytes than the slot `long` says, and `length`, in bytes. */
export function unlessLong({ valueIn }: Dialect, document: Sql): Sql {
  const length = sql`octet_length(${document})`;
  return sql`
    case when ${length} <= ${valueIn('long')} then ${document} end as document, ${length} as length`;
}

/**
 * Reads rows for a page as far as it has room for their documents. What no longer belongs to it isn't read: the
 * longest documents are left out at first, and read only once it is known which of them do.
 * @param had how many bytes the page has already
 * @param most so many rows at most
 * @param read gives rows, by `unlessLong`
 */
export async function readWithinBytes<Rows>(
  had: number,
  most: number,
  read: (most: number, long: number) => Promise<Rows>,
  lengthsOf: (rows: Rows) => readonly number[],
): Promise<{ rows: Rows; isFull: boolean }> {
  // So many of that length are no more than a page has.
  const long = Math.floor(mostBytes / most);
  const rows = await read(most, long);
  const lengths = lengthsOf(rows);
  const fitting = countFitting(lengths, had);
  if (fitting < lengths.length) return { rows: await read(fitting, mostLong), isFull: true };
  const isRead = !lengths.some((length) => length > long);
  return { rows: isRead ? rows : await read(most, mostLong), isFull: false };
}
