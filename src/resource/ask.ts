import { unavailable } from '../http/problems.ts';
import type { Answers, Question } from '../store/read/answer.ts';
import type { Store } from '../store/store.ts';
import { Overloaded } from '../store/store-error.ts';

/**
 * Asks the store for a request.
 * @throws ProblemError where too many wait for answers that take long
 */
export async function ask<Name extends Question>(
  store: Store,
  question: Name,
  plan: Answers[Name]['plan'],
): Promise<Answers[Name]['answer']> {
  try {
    return await store.ask(question, plan);
  } catch (error) {
    if (error instanceof Overloaded)
      throw unavailable('Too many requests that take long are waiting already.');
    throw error;
  }
}
