import { Slot } from '../dialect.ts';
import type { Observer } from '../open-store.ts';
import type { Value } from '../plan.ts';
import { type Answered, type Answers, answer, type Question } from '../read/answer.ts';
import { createKnowledge, createKnown } from '../read/known.ts';
import { type Bounds, countingMsOf, OutOfTime, type Runner, usualBounds } from '../read/runner.ts';
import { type State, selectState } from '../read/state.ts';
import type { Sql } from '../sql.ts';
import { nameOf, runOn, type Session } from './connection.ts';
import { postgres } from './dialect.ts';
import { isReadTimeout, translate } from './errors.ts';
import type { Read, Statement } from './together.ts';

/** Answers plans, each from one state of the content, on whichever connection it is given. */
export interface PlanRunner {
  /** In a transaction of its own. @throws OutOfTime where it takes longer than it may */
  answer<Name extends Question>(
    session: Session,
    question: Name,
    plan: Answers[Name]['plan'],
  ): Promise<Answered<Name>>;
  /** In the transaction that the session is in. */
  answerWithin<Name extends Question>(
    session: Session,
    question: Name,
    plan: Answers[Name]['plan'],
  ): Promise<Answered<Name>>;
  /**
   * By statements that each see a state of their own.
   * @returns null where something was written between two of them
   */
  answerApart<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
    read: (statement: Statement) => Promise<Read>,
  ): Promise<Answered<Name> | null>;
  /**
   * Runs a statement without a transaction, so nothing at the server ends what takes too long: it isn't waited for, and
   * its connection is closed. @throws OutOfTime
   */
  runAlone(session: Session, statement: Statement): Promise<Value[][]>;
}

export interface PlanOptions {
  bounds?: Bounds | undefined;
  observe?: Observer | undefined;
}

/** So many statements are kept compiled at most. */
const mostKept = 1000;

interface Compiled {
  name: string;
  text: string;
  /** Values that are always the same, and places for those that come with each run. */
  parameters: readonly unknown[];
}

export function createPlanRunner({ bounds = usualBounds, observe }: PlanOptions): PlanRunner {
  const compiled = new Map<string, Compiled>();
  const knownOf = createKnowledge();
  // What gives the state, and what is quick, asks nothing that is known of it.
  const nothing = createKnown();
  const mostMs = countingMsOf(bounds);
  const begin = `begin isolation level repeatable read read only; set local statement_timeout = ${mostMs}`;
  return {
    async answer(session, question, plan) {
      const { client } = session;
      const begun = client.query(begin);
      const [answered] = await Promise.all([runIn(session, question, plan), begun]).catch(
        async (error) => {
          await client.query('rollback').catch(() => {});
          throw error;
        },
      );
      // Nothing depends on how it ends; what comes next on this connection is sent behind it.
      client.query('commit').catch(() => {});
      return answered;
    },
    answerWithin: runIn,
    async answerApart(question, plan, read) {
      const states: State[] = [];
      const runner = runnerWith(nothing, async (shape, build, slots) => {
        const { state, rows } = await read({ shape, build, slots });
        states.push(state);
        return rows;
      });
      const its = await answer(runner, question, plan);
      const [state, ...others] = states;
      if (state === undefined || others.some(({ mark }) => mark !== state.mark)) return null;
      return { answer: its, state };
    },
    runAlone: (session, { shape, build, slots }) => run(session, shape, build, slots, mostMs),
  };

  async function runIn<Name extends Question>(
    session: Session,
    question: Name,
    plan: Answers[Name]['plan'],
  ): Promise<Answered<Name>> {
    const rows: Runner['rows'] = (...statement) => run(session, ...statement);
    const state = await selectState(runnerWith(nothing, rows));
    return { answer: await answer(runnerWith(knownOf(state), rows), question, plan), state };
  }

  function runnerWith(known: Runner['known'], rows: Runner['rows']): Runner {
    return { dialect: postgres, beside: true, bounds, known, rows };
  }

  /** @param waitMs how long it is waited for; as long as it takes unless given */
  async function run(
    session: Session,
    ...[shape, build, slots, waitMs]: [...Parameters<Runner['rows']>, waitMs?: number]
  ): Promise<Value[][]> {
    const { name, text, parameters } = compiled.get(shape) ?? compile(shape, build);
    const values = parameters.map((it) => (it instanceof Slot ? slots[it.name] : it));
    observe?.({ sql: text, parameters: values });
    try {
      const { rows } = await runOn<Value[]>(session, {
        ...{ name, text, values, rowMode: 'array' },
        ...(waitMs !== undefined && { query_timeout: waitMs }),
      });
      return rows;
    } catch (error) {
      if (waitMs !== undefined && isReadTimeout(error)) throw new OutOfTime();
      // Counting that runs out of time is left out of the answer.
      throw translate(error);
    }
  }

  function compile(shape: string, build: () => Sql): Compiled {
    const { text, values: parameters } = build();
    if (compiled.size >= mostKept) compiled.clear();
    const made = { name: nameOf(text), text, parameters };
    compiled.set(shape, made);
    return made;
  }
}
