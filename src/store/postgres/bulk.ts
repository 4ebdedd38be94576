import type { BulkWork } from '../store.ts';
import type { Session } from './connection.ts';
import { writeWith } from './write.ts';

/**
 * Runs it in the transaction that the session is in. Indexes are made once, behind the work, which costs a
 * fraction; those that keep ids apart stay, but for some tables.
 * @param distinct tables that need no index to keep ids apart until indexes are made
 */
export async function runInBulk<Result>(
  session: Session,
  work: BulkWork<Result>,
  distinct: readonly string[],
): Promise<Result> {
  const { client } = session;
  const { rows } = await client.query<{
    name: string;
    text: string;
    isUnique: boolean;
    table: string;
  }>(`
    select indexes.relname as name, pg_get_indexdef(indexrelid) as text, indisunique as "isUnique",
      tables.relname as "table"
    from pg_index join pg_class as indexes on indexes.oid = indexrelid
    join pg_class as tables on tables.oid = indrelid
    where tables.relnamespace = current_schema()::regnamespace
      and not exists (select 1 from pg_constraint where conindid = indexrelid)
  `);
  let dropped = rows.filter(({ isUnique, table }) => !isUnique || distinct.includes(table));
  for (const { name } of dropped) await client.query(`drop index "${name}"`);
  await client.query("set local maintenance_work_mem = '256MB'");
  const makeIndexes = async () => {
    for (const { text } of dropped) await client.query(text);
    if (dropped.length > 0) await client.query('analyze');
    dropped = [];
  };
  const result = await work(writeWith(session), makeIndexes);
  await makeIndexes();
  return result;
}
