import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { query } from './cluster.ts';

/** Where a database of its own is to be: in memory, or a schema of the server that tests run on. */
export async function freshLocation(): Promise<string> {
  const url = inject('postgres');
  if (url === undefined) return ':memory:';
  const schema = `t${randomUUID().replaceAll('-', '')}`;
  await query(url, `create schema ${schema}`);
  return `${url}?options=-csearch_path%3D${schema}`;
}
