import type { Answered, Answers, Question } from '../read/answer.ts';
import { toState } from '../read/state.ts';
import type { Store } from '../store.ts';
import type { Asking, Readers } from './readers.ts';
import type { PlanRunner } from './runner.ts';
import { createTogether } from './together.ts';

/** Which plans take a statement or two that are over soon, whatever there is. */
const quick: { [Name in Question]?: (plan: Answers[Name]['plan']) => boolean } = {
  item: () => true,
  mark: () => true,
  list: ({ filters, phrases, counted, facets }) =>
    filters.length === 0 && phrases === null && !counted && Object.keys(facets).length === 0,
};

/**
 * Answers plans on whichever connection is free. What is over soon needs no transaction to be limited in time by the
 * server, which takes three statements more.
 */
export function createAsk(readers: Readers, runner: PlanRunner): Store['ask'] {
  const readTogether = createTogether((statement, asking) =>
    readers.read(async (session) => {
      const rows = await runner.runAlone(session, statement);
      return { result: rows, revision: toState(rows[0] ?? []).revision };
    }, asking),
  );
  return async (question, plan, { tell, ...asking } = {}) => {
    const answeredSoon = quick[question]?.(plan)
      ? await runner.answerApart(question, plan, (statement) => readTogether(statement, asking))
      : null;
    const { answer, state } = answeredSoon ?? (await answerWhole(question, plan, asking));
    tell?.(state);
    return answer;
  };

  function answerWhole<Name extends Question>(
    question: Name,
    plan: Answers[Name]['plan'],
    asking: Asking,
  ): Promise<Answered<Name>> {
    return readers.read(async (session) => {
      const result = await runner.answer(session, question, plan);
      return { result, revision: result.state.revision };
    }, asking);
  }
}
