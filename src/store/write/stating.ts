import { allOf } from '../all-of.ts';
import type { SharedRecord } from '../article.ts';
import { articleOf } from '../numbers.ts';
import { unpackRecords } from '../packed.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import type { Conflict, Found } from './conflicts.ts';
import type { SharedTable } from './shared.ts';

/** Something that is stated of a shared fact; where the value is left out, in whatever words. */
export interface Stated {
  table: string;
  id: string;
  field: string;
  key: string;
  value?: string;
}

/** Names an article of each conflict that says otherwise. */
export async function nameArticles(
  reading: Reading,
  conflicts: readonly Found[],
  shared: readonly SharedTable[],
  but: string,
): Promise<Conflict[]> {
  return allOf(
    conflicts.map(async ({ stated, ...conflict }): Promise<Conflict> => {
      const factType = shared.find(({ table }) => table === stated?.table)?.factType ?? '';
      const article = stated && (await findStating(reading, factType, stated, but));
      return { ...conflict, article: conflict.article ?? article };
    }),
  );
}

/** So many articles are looked at for one that states something: that all of them state nothing of it is rare. */
const mostAsked = 20;
/** The first so many mentions tell which these are. */
const mostMentions = 200;

/** The first article that states it, among the first few that mention the fact: so many at most. */
export async function findStating(
  reading: Reading,
  factType: string,
  { table, id, field, key, value }: Stated,
  but: string,
  most = mostAsked,
): Promise<string | null> {
  const rows = await reading.rows<{ id: string; statements: Uint8Array }>(sql`
    select articles.id, statements from articles where id <> ${but} and number in (
      select distinct ${articleOf(sql.ref('number'))} from (
        select number from anchors where fact = ${id} and fact_type = ${factType}
        order by number limit ${sql.literal(mostMentions)}
      ) as mentions limit ${sql.literal(most)}
    ) order by number
  `);
  const states = (record: SharedRecord) =>
    record.table === table &&
    record.id === id &&
    record.statements.some(
      (it) => it[0] === field && it[1] === key && (value === undefined || it[2] === value),
    );
  // Most don't have these words at all, and needn't be taken apart.
  const words = JSON.stringify(value ?? key);
  const stating = rows.find(({ statements }) => unpackRecords(statements, words).some(states));
  return stating?.id ?? null;
}
