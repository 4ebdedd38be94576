import { hash } from 'node:crypto';
import { isPosition, type Order, type Position } from '../model/order.ts';
import { cursorGone, invalidCursor } from './problems.ts';

/** A state of the content. */
interface State {
  /** What no other database has; a secret. */
  identity: string;
  revision: number;
  /** What no other state has. */
  mark: string;
}

/** A cursor that has the right form; whether it is one of ours, `checkCursor` tells. */
export interface Cursor {
  position: Position;
  /** Of the state that its page was read from. */
  revision: number;
  mark: string;
  /** Of the database. */
  owner: string;
  seal: string;
  content: string;
}

/**
 * A cursor is a position with the query that it belongs to and the state that its page was read from. It
 * is sealed with a secret of the database, so that nobody else can make one: each has stood for a row.
 */
export function encodeCursor(query: string, state: State, position: Position): string {
  const { identity, revision, mark } = state;
  const content = JSON.stringify([
    digestOfQuery(query),
    digestOfIdentity(identity),
    revision,
    digestOfMark(mark),
    ...position,
  ]);
  return Buffer.from(digest(identity + content) + content).toString('base64url');
}

/**
 * @param order of that query
 * @throws ProblemError if it has another form, or belongs to another query
 */
export function decodeCursor(query: string, order: Order, cursor: string): Cursor {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [seal, content] = [text.slice(0, digestLength), text.slice(digestLength)];
  const [asked, owner, revision, mark, ...position] = parseList(content);
  const isWhole =
    Buffer.from(text).toString('base64url') === cursor &&
    typeof owner === 'string' &&
    typeof mark === 'string' &&
    typeof revision === 'number' &&
    Number.isSafeInteger(revision) &&
    revision >= 0;
  if (!isWhole) throw notOurs();
  if (asked !== digestOfQuery(query))
    throw invalidCursor(
      'belongs to another query: filters, sort and order must be those of the page before',
    );
  if (!isPosition(order, position)) throw notOurs();
  return { position, revision, mark, owner, seal, content };
}

/**
 * @param state that its page was read from
 * @param markAt looks up which mark the content had at a revision; null where it never had that many
 * @throws ProblemError if another database gave it, or this one in a state that it never had, as it is now
 */
export async function checkCursor(
  { owner, seal, content, revision, mark }: Cursor,
  state: State,
  markAt: (revision: number) => Promise<string | null>,
): Promise<void> {
  if (owner !== digestOfIdentity(state.identity))
    throw invalidCursor(
      'is of another database than the one that answers here: begin again without it',
    );
  if (seal !== digest(state.identity + content)) throw notOurs();
  const now = revision === state.revision ? state.mark : await markAt(revision);
  if (now === null || mark !== digestOfMark(now)) throw cursorGone();
}

const notOurs = () => invalidCursor('is not one that this server gave, or it was altered');

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

/** The same of a text that is, as a rule, that of the time before. */
function createDigest(): (text: string) => string {
  let last = '';
  let ofLast = digest(last);
  return (text) => {
    if (text !== last) [last, ofLast] = [text, digest(text)];
    return ofLast;
  };
}

const digestOfIdentity = createDigest();
const digestOfMark = createDigest();
const digestOfQuery = createDigest();
