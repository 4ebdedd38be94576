import { hash } from 'node:crypto';
import pg from 'pg';
import { type Asker, createFairTurns } from '../fair-turns.ts';
import { OutOfTime } from '../read/runner.ts';
import type { Sql } from '../sql.ts';
import type { ConnectionUse } from '../store.ts';
import { Unreachable } from '../store-error.ts';
import type { Writing } from '../write/writing.ts';
import { translate, unreachable } from './errors.ts';

/** Runs statements. */
type Queries = Pick<Writing, 'rows' | 'run'>;

/** One connection, lent to whoever works on it alone. */
export interface Session extends Connection {
  queries: Queries;
}

interface Connection {
  client: pg.PoolClient;
  /** The names of the statements that the server has prepared for it. */
  prepared: Set<string>;
}

export interface Pool {
  /**
   * Lends a connection for some work. Where all are lent, those who ask take turns.
   * @throws Overloaded where too many wait already, and whoever asks has the most waiting
   * @throws Abandoned where whoever asked has gone before there was one
   */
  lend<Result>(work: (session: Session) => Promise<Result>, asker?: Asker): Promise<Result>;
  use(): ConnectionUse;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** At most so many connections. */
  most: number;
  /** Whether statements are sent before those ahead of them are answered; COPY can't be run then. */
  pipeline: boolean;
}

/** So long a connection may take to be made, in milliseconds. */
export const connectingMs = 5_000;

/** Connections to one server. */
export function createPoolAt(url: string, { most, pipeline }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: asLibpqReads(url),
    max: most,
    pipeline,
    types,
    application_name: 'article-facts',
    connectionTimeoutMillis: connectingMs,
    idleTimeoutMillis: 30_000,
    // What a connection has prepared is given back with it.
    maxLifetimeSeconds: 1_800,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  const turns = createFairTurns(most);
  const sessions = new WeakMap<pg.PoolClient, Session>();
  // Without a listener, a connection that is lost would take the process with it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    lend: (work, asker) => turns.run(() => lendAtOnce(work), asker),
    use: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: turns.waiting() }),
    close: () => pool.end(),
  };

  /** No more are lent than there may be, so nobody waits in the pool itself. */
  async function lendAtOnce<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    let client: pg.PoolClient;
    try {
      client = await take(pool);
    } catch (error) {
      throw unreachable(error);
    }
    let failed: Error | undefined;
    try {
      return await work(sessions.getOrInsertComputed(client, openSession));
    } catch (error) {
      const translated = translate(error);
      // What is left of a transaction, or of a statement, is ended with the connection, unless it was rolled back.
      if (
        client.getTransactionStatus() !== 'I' ||
        translated instanceof Unreachable ||
        translated instanceof OutOfTime
      )
        failed = error as Error;
      throw translated;
    } finally {
      const { size = 0 } = sessions.get(client)?.prepared ?? {};
      client.release(failed ?? size >= mostPrepared);
    }
  }
}

/**
 * So many statements a connection prepares: the server keeps the plan of each, some tens of kilobytes, as long as the
 * connection lasts. One that has so many is closed, and with it what it has kept.
 */
const mostPrepared = 500;

function openSession(client: pg.PoolClient): Session {
  const connection: Connection = { client, prepared: new Set() };
  return { ...connection, queries: queriesOn(connection) };
}

/** `sslmode` means what it does to PostgreSQL's own programs, where the client would take nearly all for `verify-full`. */
function asLibpqReads(url: string): string {
  if (!/[?&]sslmode=/.test(url) || url.includes('uselibpqcompat=')) return url;
  return `${url}&uselibpqcompat=true`;
}

/** Numbers of rows and revisions are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

function queriesOn(connection: Connection): Queries {
  const query = <Row>({ text, values }: Sql) =>
    runOn<Row>(connection, { name: nameOf(text), text, values });
  return {
    rows: async <Row>(statement: Sql) => (await query<Row>(statement)).rows,
    run: async (statement) => (await query(statement)).rowCount ?? 0,
  };
}

// The client's own promises hold on to what was read long after it was used: only where all memory is searched for
// garbage is it found, and that holds up everybody. Of callbacks it is gone at once, and a page takes a quarter less.

function take(pool: pg.Pool): Promise<pg.PoolClient> {
  return new Promise((resolve, reject) => {
    pool.connect((error, client) => (client === undefined ? reject(error) : resolve(client)));
  });
}

interface QueryOptions extends pg.QueryConfig {
  name: string;
  rowMode?: 'array';
  query_timeout?: number;
}

/** What `client.query` does. */
export function runOn<Row>(
  { client, prepared }: Connection,
  options: QueryOptions,
): Promise<{ rows: Row[]; rowCount: number | null }> {
  prepared.add(options.name);
  return new Promise((resolve, reject) => {
    client.query(options, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

/** A statement is prepared once a connection, by its name: at most 63 bytes. */
export function nameOf(text: string): string {
  return hash('sha1', text);
}
