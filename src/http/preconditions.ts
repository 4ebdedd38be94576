import type { IncomingHttpHeaders } from 'node:http';
import { preconditionFailed } from './problems.ts';

/** What `etagIn` adds: whoever has the content in any encoding has it. */
const encodings = /-(?:gzip|br)"$/;

/**
 * If-Match and If-None-Match of a write (RFC 9110, 13.1).
 * @param etag of what is stored, or null where nothing is
 * @throws ProblemError (412) where they don't hold
 */
export function checkPreconditions(headers: IncomingHttpHeaders, etag: string | null): void {
  const match = headers['if-match'];
  if (match !== undefined && !isAmong(match, etag))
    throw preconditionFailed('If-Match', etag, match);
  const noMatch = headers['if-none-match'];
  // Whoever has it weakly, as behind a proxy that compresses, has it (8.8.3.2); to replace it, it has to be the very same.
  if (noMatch !== undefined && isAmong(noMatch.replaceAll('W/"', '"'), etag))
    throw preconditionFailed('If-None-Match', etag, noMatch);
}

function isAmong(list: string, etag: string | null): boolean {
  if (etag === null) return false;
  if (list.trim() === '*') return true;
  return list.split(',').some((item) => item.trim().replace(encodings, '"') === etag);
}
