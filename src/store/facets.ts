import { sql } from 'kysely';
import { articleOf, type Condition, type Facet, whereAll } from './conditions.ts';
import type { Queries } from './connection.ts';

export interface ValueCount {
  value: string;
  count: number;
}

/** The most frequent values among the rows, and how many rows have each. Its cost grows with the rows. */
export async function countValues(
  queries: Queries,
  table: string,
  conditions: readonly Condition[],
  facet: Facet,
  most: number,
): Promise<ValueCount[]> {
  const values = valuesOf(table, conditions, facet);
  const { rows } = await sql<ValueCount>`
    ${values} order by 2 desc, 1 limit ${most}
  `.execute(queries);
  return rows;
}

function valuesOf(table: string, conditions: readonly Condition[], facet: Facet) {
  if (facet === 'article')
    return sql`
      select articles.id as value, counted.count from (
        select ${articleOf(sql`number`)} as article, count(*) as count
        from ${sql.table(table)} ${whereAll(conditions)} group by 1
      ) as counted join articles on articles.number = counted.article`;
  if ('column' in facet)
    return sql`
      select ${sql.ref(facet.column)} as value, count(*) as count
      from ${sql.table(table)} ${whereAll([...conditions, sql`${sql.ref(facet.column)} is not null`])}
      group by ${sql.ref(facet.column)}`;
  const among =
    conditions.length === 0
      ? sql``
      : sql`and fact in (select number from ${sql.table(table)} ${whereAll(conditions)})`;
  return sql`
    select target as value, count(distinct fact) as count
    from links where fact_type = ${facet.factType} and relation = ${facet.relation} ${among}
    group by target`;
}
