import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { query } from './cluster.ts';

/**
 * Where a database of its own is to be: in memory, or a schema of a server.
 * @param url of the server; of the one that tests run on, unless given
 */
export async function freshLocation(url = inject('postgres')): Promise<string> {
  if (url === undefined) return ':memory:';
  const schema = `t${randomUUID().replaceAll('-', '')}`;
  await query(url, `create schema ${schema}`);
  return `${url}?options=-csearch_path%3D${schema}`;
}
