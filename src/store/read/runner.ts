import type { Dialect, Slots } from '../dialect.ts';
import type { Value } from '../plan.ts';
import type { SearchPlan } from '../search-plan.ts';
import type { Sql } from '../sql.ts';
import type { Known } from './known.ts';

/** Runs the statements of plans on one state of the content. */
export interface Runner {
  /**
   * The rows of a statement, each its values in order.
   * @param shape tells the statement from every other one; it is built and prepared once for each
   */
  rows(shape: string, build: () => Sql, slots: Slots): Promise<Value[][]>;
  readonly dialect: Dialect;
  /** Whether nobody waits while it runs, so that it may take long. */
  readonly beside: boolean;
  readonly bounds: Bounds;
  /** What was worked out of this state of the content already. */
  readonly known: Known;
}

/** How much is done at once; tests have less. */
export interface Bounds {
  /** So few rows are quickly put in order, or counted. */
  few: number;
  /** So many rows are tried at most along the way to one page. */
  tried: number;
  /** Among so few facts, any words are quickly looked for. */
  fewFacts: number;
  /** So many facts are quickly ranked. */
  ranked: number;
  /** @see countingMsOf */
  countingMs?: number;
}

/** So long is counted for one question, in milliseconds. */
export function countingMsOf({ countingMs = 5_000 }: Bounds): number {
  return countingMs;
}

export const usualBounds: Bounds = { few: 2000, tried: 3000, fewFacts: 5000, ranked: 1000 };

/** It takes longer than others should wait for: to be run beside them. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** The ranking alone does: once it is known, the rest is quick. */
export class TooMuchToRank extends TooMuch {
  readonly plan: SearchPlan;

  constructor(plan: SearchPlan) {
    super('many facts are to be ranked');
    this.plan = plan;
  }
}

/** There was no time to count it all. */
export class OutOfTime extends Error {
  override name = 'OutOfTime';
}

/** What is counted; null where there was no time for it. */
export async function countInTime<Result>(count: Promise<Result>): Promise<Result | null> {
  try {
    return await count;
  } catch (error) {
    if (error instanceof OutOfTime) return null;
    throw error;
  }
}
