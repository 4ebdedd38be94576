import { sql } from 'kysely';
import type { Queries } from './connection.ts';

/** An article as it was loaded. */
export interface StoredBundle {
  digest: string;
  /** `pack` of its JSON. */
  bundle: Uint8Array;
}

export async function selectBundle(
  queries: Queries,
  article: string,
): Promise<StoredBundle | null> {
  const { rows } = await sql<StoredBundle>`
    select digest, bundle from articles where id = ${article}
  `.execute(queries);
  return rows[0] ?? null;
}

/** Which form of the article's bundle is stored; null where there is no such article. */
export async function selectDigest(queries: Queries, article: string): Promise<string | null> {
  const { rows } = await sql<{ digest: string }>`
    select digest from articles where id = ${article}
  `.execute(queries);
  return rows[0]?.digest ?? null;
}
