import type Database from 'better-sqlite3';
import { Slot, type Slots } from '../dialect.ts';
import type { Observer } from '../open-store.ts';
import type { Value } from '../plan.ts';
import { type Ask, answer } from '../read/answer.ts';
import { createKnowledge, createKnown, type Ranking } from '../read/known.ts';
import { keyOfRanking } from '../read/ranking.ts';
import { type Bounds, countingMsOf, OutOfTime, type Runner, usualBounds } from '../read/runner.ts';
import { type State, selectState } from '../read/state.ts';
import type { SearchPlan } from '../search-plan.ts';
import type { Sql } from '../sql.ts';
import { inTime, sqlite } from './dialect.ts';

/**
 * Answers plans on one connection, not two at a time. All that one turn of the event loop asks is answered
 * from one state, read once: what is written meanwhile is seen from the next turn on. What runs beside others
 * may take long, and the next question comes in the same turn: there each has a state of its own.
 */
export interface PlanRunner {
  /** @throws TooMuch where it has to be run beside others, and this isn't */
  answer: Ask;
  state(): Promise<State>;
  /** The state that this turn has read already. */
  knownState(): State | undefined;
  /** @see Connection.learnRanking */
  learnRanking(plan: SearchPlan, ranking: Ranking, of: State): Promise<boolean>;
  /** Ends the turn's state: the next one is read anew. To be called before anything else uses the connection. */
  forget(): void;
}

export interface PlanOptions {
  /** Whether nobody waits while it answers. */
  beside?: boolean;
  bounds?: Bounds | undefined;
  observe?: Observer | undefined;
}

/** So many statements are kept prepared at most. */
const mostKept = 1000;

interface Prepared {
  statement: Database.Statement<unknown[], Value[]>;
  text: string;
  /** Values that are always the same, and places for those that come with each run. */
  parameters: readonly unknown[];
}

export function createPlanRunner(
  database: Database.Database,
  { beside = false, bounds = usualBounds, observe }: PlanOptions = {},
): PlanRunner {
  const prepared = new Map<string, Prepared>();
  const knownOf = createKnowledge();
  let known = createKnown();
  const statements = new Map<string, Database.Statement>();
  const run = (text: string) => {
    const statement = statements.get(text) ?? database.prepare(text);
    statements.set(text, statement);
    statement.run();
  };
  let deadline = Number.POSITIVE_INFINITY;
  // What is run beside others is ended by this alone.
  if (beside)
    database.function(inTime, { deterministic: false }, () => {
      if (performance.now() > deadline) throw new OutOfTime();
      return 1;
    });
  const runner: Runner = {
    dialect: sqlite,
    beside,
    bounds,
    get known() {
      return known;
    },
    async rows(shape, build, slots) {
      const { statement, text, parameters } = prepared.get(shape) ?? prepare(shape, build);
      const values = parameters.map((it) =>
        it instanceof Slot ? toParameter(slots[it.name]) : it,
      );
      observe?.({ sql: text, parameters: values });
      return statement.all(...values);
    },
  };
  let current: State | undefined;

  return {
    async answer(question, plan) {
      deadline = performance.now() + countingMsOf(bounds);
      const state = await read();
      try {
        return { answer: await answer(runner, question, plan), state };
      } finally {
        if (beside) forget();
      }
    },
    state: read,
    knownState: () => current,
    async learnRanking(plan, ranking, of) {
      const { mark, isPassing } = await read();
      if (mark !== of.mark || isPassing) return false;
      known.rankings.set(keyOfRanking(plan), ranking);
      return true;
    },
    forget,
  };

  async function read(): Promise<State> {
    if (current !== undefined) return current;
    // A snapshot is in its transaction already.
    const isOwn = !database.inTransaction;
    if (isOwn) run('begin');
    try {
      const state = await selectState(runner);
      known = knownOf(state);
      if (isOwn) {
        current = state;
        setImmediate(forget);
      }
      return state;
    } catch (error) {
      if (isOwn) end();
      throw error;
    }
  }

  function forget(): void {
    if (current === undefined) return;
    current = undefined;
    end();
  }

  /** Of what was only read, nothing is lost however it ends; where reading failed, the engine may have ended it already. */
  function end(): void {
    if (!database.inTransaction) return;
    try {
      run('commit');
    } catch {
      if (database.inTransaction) run('rollback');
    }
  }

  function prepare(shape: string, build: () => Sql): Prepared {
    const { sql: text, values: parameters } = build();
    const statement = database.prepare<unknown[], Value[]>(text).raw();
    if (prepared.size >= mostKept) prepared.clear();
    const made = { statement, text, parameters };
    prepared.set(shape, made);
    return made;
  }
}

/** Several values as JSON, as the dialect reads them. */
function toParameter(value: Slots[string] | undefined) {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
