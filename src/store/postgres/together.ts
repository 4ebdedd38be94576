import { Slot, type Slots } from '../dialect.ts';
import type { Asker } from '../fair-turns.ts';
import type { Value } from '../plan.ts';
import { type State, stateColumns, toState } from '../read/state.ts';
import { type Sql, sql } from '../sql.ts';
import type { Asking } from './readers.ts';

/** A statement that is over soon; in which order its rows come doesn't matter. */
export interface Statement {
  /** Tells it from every other one, but for the values. */
  shape: string;
  build: () => Sql;
  slots: Slots;
}

/** Its rows, and the state that they were read from. */
export interface Read {
  state: State;
  rows: Value[][];
}

/**
 * So many at most: what one asker asks is never far longer than what another one does. A power of two, as are all
 * numbers of statements in one, so that few different ones are prepared.
 */
const mostTogether = 16;

/**
 * Runs as one what is asked in one turn of the event loop by statements of the same shape, as sending, planning and
 * receiving a statement costs more than most pages. Each asker has statements of their own, so that these take turns
 * with those of others.
 * @param run runs a statement
 */
export function createTogether(
  run: (statement: Statement, asking: Asking) => Promise<Value[][]>,
): (statement: Statement, asking: Asking) => Promise<Read> {
  const batches = new Map<string, Batch>();
  return async (statement, asking) => {
    const key = `${asking.asker?.name} ${statement.shape}`;
    const batch = batches.get(key) ?? begin(key);
    const place = batch.asked.push({ statement, asking }) - 1;
    if (batch.asked.length === mostTogether) batches.delete(key);
    const read = (await batch.read)[place];
    if (read === undefined) throw new Error('nothing was read of what was asked');
    return read;
  };

  function begin(key: string): Batch {
    const { promise, resolve } = Promise.withResolvers<Awaited<Batch['read']>>();
    const batch: Batch = { asked: [], read: promise };
    batches.set(key, batch);
    setImmediate(() => {
      if (batches.get(key) === batch) batches.delete(key);
      resolve(readAll(batch.asked));
    });
    return batch;
  }

  async function readAll(asked: Batch['asked']): Promise<Read[]> {
    const size = 2 ** Math.floor(Math.log2(asked.length));
    const [first, others] = await Promise.all([
      readSome(asked.slice(0, size)),
      asked.length > size ? readAll(asked.slice(size)) : [],
    ]);
    return [...first, ...others];
  }

  async function readSome(asked: Batch['asked']): Promise<Read[]> {
    const { state, rows } = apart(
      await run(joined(asked.map(({ statement }) => statement)), {
        asker: togetherAs(asked.flatMap(({ asking }) => asking.asker ?? [])),
        atLeast: Math.max(...asked.map(({ asking }) => asking.atLeast ?? 0)),
      }),
    );
    const all = asked.map((): Read => ({ state, rows: [] }));
    for (const [place, ...row] of rows) all[Number(place)]?.rows.push(row);
    return all;
  }
}

interface Batch {
  asked: { statement: Statement; asking: Asking }[];
  /** By the places of the statements. */
  read: Promise<Read[]>;
}

/** One statement for all, which are of one shape: before each row stands the place of the statement that it is of. */
function joined(statements: readonly Statement[]): Statement {
  const [first] = statements;
  const slots = statements.flatMap(({ slots }, place) =>
    Object.entries(slots).map(([name, value]) => [slotAt(place, name), value] as const),
  );
  const build = () =>
    withState(
      sql.join(
        statements.map(({ build }, place) => {
          const { strings, values } = build();
          const own = values.map((it) =>
            it instanceof Slot ? new Slot(slotAt(place, it.name)) : it,
          );
          return sql`select ${sql.literal(place)} as place, its.* from (${sql(strings, ...own)}) as its`;
        }),
        ' union all ',
      ),
    );
  return {
    shape: `${statements.length} of ${first?.shape}`,
    build,
    slots: Object.fromEntries(slots),
  };
}

function slotAt(place: number, name: string): string {
  return `${place} ${name}`;
}

/** They have one name, and are gone when all of them are. */
function togetherAs(askers: readonly Asker[]): Asker | undefined {
  const [first] = askers;
  return first && { name: first.name, isGone: () => askers.every((it) => it.isGone()) };
}

/** The statement, with the state that its own snapshot has before each row. */
function withState(asked: Sql): Sql {
  return sql`
    select ${stateColumns}, asked.* from state
    left join (select true as found, its.* from (${asked}) as its) as asked on true
  `;
}

const stateLength = 4;

/** Takes apart what such a statement gives, which has a row for the state even where there is nothing else. */
function apart(rows: readonly Value[][]): { state: State; rows: Value[][] } {
  const found = rows.filter((row) => row[stateLength] !== null);
  return {
    state: toState(rows[0] ?? []),
    rows: found.map((row) => row.slice(stateLength + 1)),
  };
}
