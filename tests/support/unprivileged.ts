import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL and PgBouncer refuse to run as root; `nobody` may do it as well. */
export const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export function giveToOwner(path: string): void {
  if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid);
}

/** In memory, where there is such a place. */
export function makeFolder(): string {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(parent, 'article-facts-postgres-'));
  giveToOwner(folder);
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
