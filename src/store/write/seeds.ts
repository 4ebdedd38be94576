import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import type { Writing } from './writing.ts';

/** Which form of a seed was loaded last, or null. */
export async function seedDigest(reading: Reading, name: string): Promise<string | null> {
  const rows = await reading.rows<{ digest: string }>(sql`
    select digest from seeds where name = ${name}
  `);
  return rows[0]?.digest ?? null;
}

export async function rememberSeed(writing: Writing, name: string, digest: string): Promise<void> {
  await writing.run(sql`
    insert into seeds (name, digest) values (${name}, ${digest})
    on conflict (name) do update set digest = excluded.digest
  `);
}
