import { Unreachable } from '../store-error.ts';
import { connectingMs, createPoolAt, type Pool, type PoolOptions } from './connection.ts';

/**
 * The addresses of one that names several hosts, one for each, as libpq reads it:
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-MULTIPLE-HOSTS
 */
export function addressesOf(url: string): string[] {
  const [from, to] = findHosts(url);
  return url
    .slice(from, to)
    .split(',')
    .map((host) => url.slice(0, from) + host + url.slice(to));
}

/** Where they begin and end: behind the user and the password, before the database and the parameters. */
function findHosts(url: string): [from: number, to: number] {
  const start = url.indexOf('://') + '://'.length;
  const length = url.slice(start).search(/[/?]/);
  const end = length < 0 ? url.length : start + length;
  return [start + url.slice(start, end).lastIndexOf('@') + 1, end];
}

/** Of an address of one host, as it may be shown. */
function hostOf(address: string): string {
  const [from, to] = findHosts(address);
  const [, parameters = ''] = address.slice(to).split('?');
  const named = new URLSearchParams(parameters).get('host');
  return decodeURIComponent(address.slice(from, to)) || named || 'localhost';
}

/** Connections to one of several servers. */
export interface HostPool extends Pool {
  /** The one that is used at the moment. */
  host(): string;
}

export interface HostOptions extends PoolOptions {
  /** Whether only the one that takes writes will do. */
  primary: boolean;
}

/**
 * Connections to one of several servers: the same one until it can't be reached, or, where that is wanted, no
 * longer takes writes.
 */
export function createPool(addresses: readonly string[], options: HostOptions): HostPool {
  let at = 0;
  const open = () => createPoolAt(addresses[at] ?? '', options);
  let current = open();
  /** Others may have moved on from it meanwhile. */
  function moveOn(from: Pool): void {
    if (from !== current) return;
    at = (at + 1) % addresses.length;
    current = open();
    from.close().catch(() => {});
  }
  return {
    async lend(work, asker) {
      let refused: unknown;
      for (const _ of addresses) {
        const tried = current;
        let begun = false;
        try {
          return await tried.lend(async (session) => {
            if (options.primary && addresses.length > 1) await requirePrimary(session);
            begun = true;
            return work(session);
          }, asker);
        } catch (error) {
          // What was begun may have been done.
          if (begun || !(error instanceof Unreachable)) throw error;
          refused = error;
          moveOn(tried);
        }
      }
      throw refused;
    },
    host: () => hostOf(addresses[at] ?? ''),
    use: () => current.use(),
    close: () => current.close(),
  };
}

async function requirePrimary({
  client,
}: Parameters<Parameters<Pool['lend']>[0]>[0]): Promise<void> {
  // A pooler whose own server is gone would let it wait.
  const question = {
    text: 'select pg_is_in_recovery() as standby',
    query_timeout: connectingMs,
  };
  const { rows } = await client.query<{ standby: boolean }>(question);
  if (rows[0]?.standby)
    throw new Unreachable('none of the hosts in DATABASE_URL takes writes at the moment');
}
