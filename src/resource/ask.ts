import { checkCursor, encodeCursor } from '../http/cursor.ts';
import type { ListRequest } from '../http/listing.ts';
import type { Position } from '../model/order.ts';
import type { Answers } from '../store/read/answer.ts';
import type { State } from '../store/read/state.ts';
import type { Store } from '../store/store.ts';

/** What is answered page by page. */
type Paged = 'list' | 'search' | 'meetings' | 'changes';

/** A page, the cursor of the next one where there is one, and what makes others of the same list. */
interface AskedPage<Name extends Paged> {
  found: Answers[Name]['answer'];
  next: string | null;
  /** That it was read from. */
  state: State;
  toCursor(position: Position): string;
}

/**
 * Asks for the page behind the cursor of the request. The cursor is checked with the state that the page
 * was read from, and later: had a copy been put back in between, that would show.
 * @throws ProblemError where the cursor is not of this database, or of a state that it doesn't have
 */
export async function askPage<Name extends Paged>(
  store: Store,
  question: Name,
  { cursor, list }: Pick<ListRequest, 'cursor' | 'list'>,
  plan: Omit<Answers[Name]['plan'], 'after'>,
): Promise<AskedPage<Name>> {
  const states: State[] = [];
  const whole = { ...plan, after: cursor?.position ?? null } as Answers[Name]['plan'];
  const found = await store.ask(question, whole, {
    tell: (it) => states.push(it),
    atLeast: cursor?.revision,
  });
  const [state] = states;
  if (state === undefined) throw new Error('the store tells of which state it answers');
  if (cursor !== null)
    await checkCursor(cursor, state, (revision) => markAt(store, revision, state));
  const toCursor = (position: Position) => encodeCursor(list, state, position);
  const position = found?.next ?? null;
  return { found, next: position && toCursor(position), state, toCursor };
}

/** Of each store the last mark that was looked up, and the state in which it was. */
const lastMarks = new WeakMap<Store, { of: string; revision: number; mark: string | null }>();

/** Which mark the content had at a revision: looked up once, as the cursors of a while have one revision. */
async function markAt(store: Store, revision: number, { mark: of }: State): Promise<string | null> {
  const last = lastMarks.get(store);
  if (last?.of === of && last.revision === revision) return last.mark;
  let from: string | undefined;
  const tell = (state: State) => {
    from = state.mark;
  };
  const mark = await store.ask('mark', { revision }, { tell });
  if (from === of) lastMarks.set(store, { of, revision, mark });
  return mark;
}
