import { hash } from 'node:crypto';
import { isPosition, type Order, type Position } from '../model/order.ts';
import { invalidCursor } from './problems.ts';

/**
 * A cursor is a position with the query that it belongs to, and a checksum of both. It gives nothing
 * away and grants nothing, so the checksum only guards against mistakes.
 */
export function encodeCursor(query: string, position: Position): string {
  const content = JSON.stringify([digest(query), ...position]);
  return Buffer.from(digest(content) + content).toString('base64url');
}

/**
 * @param order of that query
 * @throws ProblemError if it was altered, or belongs to another query
 */
export function decodeCursor(query: string, order: Order, cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const content = text.slice(digestLength);
  const sound =
    Buffer.from(text).toString('base64url') === cursor &&
    digest(content) === text.slice(0, digestLength);
  const [owner, ...position] = sound ? parseList(content) : [];
  if (typeof owner === 'string' && owner !== digest(query))
    throw invalidCursor(
      'belongs to another query: filters, sort and order must be those of the page before',
    );
  if (typeof owner !== 'string' || !isPosition(order, position))
    throw invalidCursor('is not one that this server gave, or it was altered');
  return position;
}

/** Anybody can work out a checksum, so what it vouches for need not be ours. */
function parseList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const digestLength = 8;

function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, digestLength);
}
