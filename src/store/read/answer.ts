import type { Position } from '../../model/order.ts';
import type {
  ChangesPlan,
  ChangesResult,
  List,
  ListPlan,
  MeetingsPlan,
  MeetingsResult,
  MissingId,
  MissingPlan,
  Page,
  Selection,
  Timeline,
  TimelinePlan,
} from '../plan.ts';
import type { SearchPlan, SearchResult } from '../search-plan.ts';
import { sql } from '../sql.ts';
import { selectChanges } from './changes.ts';
import type { Ranking } from './known.ts';
import { countTables, selectBatch, selectList } from './list.ts';
import { selectMeetings } from './meetings.ts';
import { selectMissing } from './missing.ts';
import { rankOnce } from './ranking.ts';
import type { Runner } from './runner.ts';
import { searchFacts } from './search.ts';
import { type State, selectMarkAt } from './state.ts';
import { selectTimeline } from './timeline.ts';

/** What can be asked by a plan, and what the answer is. */
export interface Answers {
  item: { plan: { table: string; id: string }; answer: string | null };
  list: { plan: ListPlan; answer: List };
  /** A part of all rows; see `readAll`. */
  batch: { plan: { selection: Selection; after: Position | null }; answer: Page };
  /** How many rows each of these tables has. */
  counts: { plan: { tables: readonly string[] }; answer: Record<string, number> };
  search: { plan: SearchPlan; answer: SearchResult };
  /** What a search has to be answered by. */
  ranking: { plan: SearchPlan; answer: Ranking };
  meetings: { plan: MeetingsPlan; answer: MeetingsResult | null };
  changes: { plan: ChangesPlan; answer: ChangesResult };
  mark: { plan: { revision: number }; answer: string | null };
  timeline: { plan: TimelinePlan; answer: Timeline };
  /** Which of the ids nothing has. */
  missing: { plan: MissingPlan; answer: MissingId[] };
}

export type Question = keyof Answers;

/** Asks by a plan. */
export type Ask = <Name extends Question>(
  question: Name,
  plan: Answers[Name]['plan'],
) => Promise<Answered<Name>>;

/** An answer, and the state that it was read from. */
export interface Answered<Name extends Question> {
  answer: Answers[Name]['answer'];
  state: State;
}

const ways: {
  [Name in Question]: (
    runner: Runner,
    plan: Answers[Name]['plan'],
  ) => Promise<Answers[Name]['answer']>;
} = {
  item: selectItem,
  list: selectList,
  batch: selectBatch,
  counts: countTables,
  search: searchFacts,
  ranking: rankOnce,
  meetings: selectMeetings,
  changes: selectChanges,
  mark: selectMarkAt,
  timeline: selectTimeline,
  missing: selectMissing,
};

/** @throws TooMuch where it has to be run beside others, and isn't */
export function answer<Name extends Question>(
  runner: Runner,
  question: Name,
  plan: Answers[Name]['plan'],
): Promise<Answers[Name]['answer']> {
  return ways[question](runner, plan);
}

/** The document of that id. */
async function selectItem(
  runner: Runner,
  { table, id }: Answers['item']['plan'],
): Promise<string | null> {
  const [row] = await runner.rows(
    `item ${table}`,
    () => sql`select document from ${sql.ref(table)} where id = ${runner.dialect.valueIn('id')}`,
    { id },
  );
  return row === undefined ? null : String(row[0]);
}
