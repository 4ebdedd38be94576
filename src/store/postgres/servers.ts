import type { ServerState } from '../store.ts';
import { Unreachable } from '../store-error.ts';
import type { Session } from './connection.ts';
import { nullIfUnavailable } from './errors.ts';
import type { HostPool } from './hosts.ts';

/**
 * Asks the servers behind these pools what they are and have.
 * @param primaries the pool that the others are compared with
 */
export async function describeServers(
  pools: Readonly<Record<string, HostPool>>,
  primaries: HostPool,
): Promise<Record<string, ServerState>> {
  const states = await Promise.all(
    Object.entries(pools).map(async ([name, pool]) => [name, await describe(pool)] as const),
  );
  const newest = states.find(([name]) => pools[name] === primaries)?.[1].revision ?? null;
  for (const [, state] of states)
    if (newest !== null && state.revision !== null)
      state.lag = await measureLag(primaries, state.revision, newest);
  return Object.fromEntries(states);
}

async function describe(pool: HostPool): Promise<ServerState> {
  const found = await pool
    .lend(({ client }) =>
      select<Pick<ServerState, 'role' | 'revision'>>(
        client,
        `select case when pg_is_in_recovery() then 'standby' else 'primary' end as role, revision from state`,
      ),
    )
    .catch(nullIfUnavailable);
  return { host: pool.host(), role: null, revision: null, ...found, lag: null };
}

/** The clocks of the servers that stored it and of this one may differ. */
async function measureLag(
  primaries: HostPool,
  revision: number,
  newest: number,
): Promise<ServerState['lag']> {
  if (revision >= newest) return { revisions: 0, seconds: 0 };
  const first = await primaries
    .lend(({ client }) =>
      select<{ time: string }>(client, `select time from changes where revision = ${revision + 1}`),
    )
    .catch(nullIfUnavailable);
  if (first === null) return null;
  const seconds = Math.max(0, (Date.now() - Date.parse(first.time)) / 1000);
  return { revisions: newest - revision, seconds };
}

async function select<Row extends object>(client: Session['client'], text: string): Promise<Row> {
  const { rows } = await client.query<Row>(text);
  const [row] = rows;
  if (row === undefined) throw new Unreachable('the database has not what it had');
  return row;
}
