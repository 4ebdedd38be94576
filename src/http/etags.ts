import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import fresh from 'fresh';

/** A strong ETag made of what the answer is, or of what determines it to the byte. */
export function etagOf(body: Buffer | string): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}

/** The ETag of the same content in another encoding: other bytes need another one. */
export function etagIn(encoding: string | undefined, etag: string): string {
  return encoding === undefined ? etag : etag.replace(/"$/, `-${encoding}"`);
}

/** Whether the client says that it has the answer already. */
export function clientHas(headers: IncomingHttpHeaders, etag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  // Nearly all send just the one that they were given.
  return known === etag || fresh({ 'if-none-match': known }, { etag });
}
