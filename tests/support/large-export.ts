import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/app.ts';
import type { Pace } from '../../src/http/pace.ts';
import { inPackage } from '../../src/package.ts';
import { readMigrations } from '../../src/store/migrations.ts';
import { sql } from '../../src/store/sql.ts';
import { openStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { Writing } from '../../src/store/write/writing.ts';
import { bundleOf } from './article.ts';
import { temporaryFolder } from './process.ts';
import { load } from './server.ts';

/** A quote in the table alone, whatever its document is. */
export async function insertQuote(writing: Writing, id: string, document: string): Promise<void> {
  await writing.run(sql`
    insert into quotes (id, document, terms, kind, polarity, language, unnamed)
    values (${id}, ${document}, '', 'direct', 'affirmed', 'en', 0)
  `);
}

/**
 * A server on a file, whose export of quotes is far more than any buffer on the way takes. It believes
 * X-Forwarded-For, so that clients can have any address.
 */
export async function serveLargeFile(pace?: Pace) {
  const path = join(temporaryFolder(), 'facts.db');
  const store = openStore(path, readMigrations(inPackage('migrations/sqlite')));
  await load(store, [bundleOf('a')]);
  const rows = 600;
  const writeLarge = (prefix: string, count: number) =>
    store.write(async (writing) => {
      const found = await writing.rows<{ document: string }>(sql`
        select document from quotes where id = 'a-voters-asked'
      `);
      const quote = { ...JSON.parse(found[0]?.document ?? ''), text: 'long '.repeat(8_000) };
      for (let index = 0; index < count; index++) {
        const id = `${prefix}-${index}`;
        await insertQuote(writing, id, JSON.stringify({ ...quote, id }));
      }
    });
  await writeLarge('large', rows);
  const app = await buildApp({
    config: { logLevel: 'silent', trustProxy: ['127.0.0.1'] },
    store,
    pace,
  });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, store, path, writeLarge, url: `${address}/v1/exports/quotes`, total: rows + 2 };
}

/** An answer that has begun and is not read on. */
export async function begin(url: string, address = '192.0.2.1'): Promise<IncomingMessage> {
  const request = get(url, { agent: false, headers: { 'x-forwarded-for': address } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  onTestFinished(() => void response.destroy());
  return response;
}

export async function readOn(response: IncomingMessage): Promise<string> {
  return Buffer.concat(await response.toArray()).toString();
}

/** Whether somebody still reads an older state than the newest. */
export function isStateHeld(path: string): boolean {
  const database = new Database(path, { timeout: 0 });
  try {
    const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 1;
  } finally {
    database.close();
  }
}

export function changeContent(store: Store, id: string): Promise<boolean[]> {
  return load(store, [bundleOf(id)]);
}
