import type { Migration } from '../migrations.ts';
import { checkApplied } from '../migrations.ts';
import { StoreError } from '../store-error.ts';
import type { Session } from './connection.ts';

/** The first version whose tables, functions and statistics are what ours need. */
const oldest = 14;
/** Whoever migrates has it: "afct". */
const lock = 0x61666374;

/**
 * Brings the schema up to date in one transaction: others see all of it or nothing, and servers that start at once
 * wait for each other.
 * @returns whether it can only be read
 * @throws StoreError where the schema is another program's, or another version's
 */
export async function migrate(
  { client }: Session,
  migrations: readonly Migration[],
): Promise<boolean> {
  const { rows } = await client.query<{ version: number; encoding: string; isReadOnly: boolean }>(`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding,
      current_setting('transaction_read_only') = 'on' as "isReadOnly"
  `);
  const { version = 0, encoding, isReadOnly = false } = rows[0] ?? {};
  if (version < oldest)
    throw new StoreError(`the database is PostgreSQL ${version}: at least ${oldest} is needed`);
  if (encoding !== 'UTF8')
    throw new StoreError(`the database keeps text as ${encoding}: create one with ENCODING 'UTF8'`);
  if ((await findPending(client, migrations)).length === 0) return isReadOnly;
  if (isReadOnly)
    throw new StoreError(
      'the database needs a migration, but can only be read: start with its primary',
    );
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    // Asked again: another server may have migrated while this one waited for the lock.
    for (const migration of await findPending(client, migrations)) await apply(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return false;
}

type Client = Session['client'];

async function apply(client: Client, { name, sql, digest }: Migration): Promise<void> {
  try {
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, digest text NOT NULL)',
    );
    await client.query(sql);
    await client.query('INSERT INTO migrations (name, digest) VALUES ($1, $2)', [name, digest]);
  } catch (cause) {
    throw new StoreError(`migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
}

async function findPending(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  return checkApplied(await selectApplied(client), migrations);
}

/** @throws StoreError where there are tables, but none of ours */
async function selectApplied(client: Client): Promise<{ name: string; digest: string }[]> {
  const { rows: tables } = await client.query<{ name: string; schema: string }>(`
    select relname as name, current_schema() as schema from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm')
  `);
  const has = (name: string) => tables.some((table) => table.name === name);
  if (has('migrations') && has('articles') && has('statements')) {
    const { rows } = await client.query<{ name: string; digest: string }>(
      'select name, digest from migrations order by name',
    );
    return rows;
  }
  const [other] = tables;
  if (other !== undefined)
    throw new StoreError(
      `the schema ${other.schema} has tables of another program, like ${other.name}: choose another database, or another schema (?options=-csearch_path=NAME)`,
    );
  return [];
}
