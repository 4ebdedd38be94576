import { createHash } from 'node:crypto';
import { invalidCursor } from './problems.ts';

/** Where a page ended: the values of the order, then the id. */
export type CursorPosition = readonly (string | number | null)[];

/**
 * A cursor is a position with the query that it belongs to, and a checksum of both. It gives nothing
 * away and grants nothing, so the checksum only guards against mistakes.
 */
export function encodeCursor(query: string, position: CursorPosition): string {
  const content = JSON.stringify([digest(query), ...position]);
  return Buffer.from(digest(content) + content).toString('base64url');
}

/** @throws ProblemError if it was altered, or belongs to another query */
export function decodeCursor(query: string, cursor: string): CursorPosition {
  const text = Buffer.from(cursor, 'base64url').toString();
  const content = text.slice(digestLength);
  const sound =
    Buffer.from(text).toString('base64url') === cursor &&
    digest(content) === text.slice(0, digestLength);
  if (!sound) throw invalidCursor('is not one that this server gave, or it was altered');
  const [owner, ...position] = JSON.parse(content) as [string, ...CursorPosition];
  if (owner !== digest(query))
    throw invalidCursor(
      'belongs to another query: filters, sort and order must be those of the page before',
    );
  return position;
}

const digestLength = 8;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, digestLength);
}
