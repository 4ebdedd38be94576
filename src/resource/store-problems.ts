import type { ProblemError } from '../http/problem.ts';
import { unavailable } from '../http/problems.ts';
import { OutOfTime } from '../store/read/runner.ts';
import { Abandoned, Overloaded, Unreachable } from '../store/store-error.ts';

/** What a request is answered that the store can't serve at the moment; null of any other error. */
export function toStoreProblem(error: unknown): ProblemError | null {
  if (error instanceof Overloaded)
    return unavailable('Too many requests that take long are waiting already.');
  // Nobody will see it.
  if (error instanceof Abandoned) return unavailable('Whoever asked has gone.');
  if (error instanceof OutOfTime)
    return unavailable('It took longer than a request may: ask for less, or again later.');
  if (error instanceof Unreachable) return unavailable('The database can’t be reached.');
  return null;
}
