import type { Answers, Question } from '../read/answer.ts';
import { type State, stateColumns, toState } from '../read/state.ts';
import { type Sql, sql } from '../sql.ts';

/** Which plans take a statement or two that are over soon, whatever there is. */
const quick: { [Name in Question]?: (plan: Answers[Name]['plan']) => boolean } = {
  item: () => true,
  items: () => true,
  mark: () => true,
  list: ({ filters, phrases, counted, facets }) =>
    filters.length === 0 && phrases === null && !counted && Object.keys(facets).length === 0,
};

/** Whether it needs no transaction, which takes three statements more, to be limited in time by the server. */
export function isQuick<Name extends Question>(
  question: Name,
  plan: Answers[Name]['plan'],
): boolean {
  return quick[question]?.(plan) ?? false;
}

/** The statement, with the state that its own snapshot has before each row. */
export function withState(asked: Sql): Sql {
  return sql`
    select ${stateColumns}, asked.* from state
    left join (select true as found, its.* from (${asked}) as its) as asked on true
  `;
}

const stateLength = 4;

/** Takes apart what such a statement gives, which has a row for the state even where there is nothing else. */
export function apart<Value>(rows: readonly Value[][]): { state: State; rows: Value[][] } {
  const found = rows.filter((row) => row[stateLength] !== null);
  return {
    state: toState(rows[0] ?? []),
    rows: found.map((row) => row.slice(stateLength + 1)),
  };
}
