import { sql } from 'kysely';
import { articleOf, isAnyOf, numbersOf } from './conditions.ts';
import type { Queries } from './connection.ts';

/** Another actor, in how many facts the two meet, and as what. */
export interface Meeting {
  /** JSON text. */
  document: string;
  id: string;
  total: number;
  events: number;
  quotes: number;
  roles: { own: string; other: string; events: number }[];
}

export interface MeetingsRequest {
  actor: string;
  /** Only in these articles; in all where there are none. */
  articles: readonly string[];
  /** The page begins behind the actor with that total and id. */
  after: readonly [total: number, id: string] | null;
  limit: number;
}

/** The actors that one meets as participant of an event or speaker of a quote, most frequent first. */
export async function selectMeetings(
  queries: Queries,
  request: MeetingsRequest,
): Promise<Meeting[]> {
  const { actor, articles, after, limit } = request;
  const { rows } = await sql<Omit<Meeting, 'roles'>>`
    select actors.document, met.* from (
      select other.target as id,
        count(distinct other.fact) as total,
        count(distinct case when other.fact_type = 'event' then other.fact end) as events,
        count(distinct case when other.fact_type = 'quote' then other.fact end) as quotes
      ${meetings(actor, articles)}
      group by other.target
    ) as met
    join actors on actors.id = met.id
    ${after === null ? sql`` : sql`where (-met.total, met.id) > (${-after[0]}, ${after[1]})`}
    order by -met.total, met.id
    limit ${limit}
  `.execute(queries);
  const roles = await selectRoles(
    queries,
    request,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, roles: roles.get(row.id) ?? [] }));
}

export async function countMeetings(
  queries: Queries,
  { actor, articles }: MeetingsRequest,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct other.target) as count ${meetings(actor, articles)}
  `.execute(queries);
  return rows[0]?.count ?? 0;
}

/** Pairs of references from one fact: to the actor, and to somebody else in the same relation. */
function meetings(actor: string, articles: readonly string[]) {
  const stated =
    articles.length === 0
      ? sql``
      : sql`and ${articleOf(sql`own.fact`)} in (${numbersOf(articles)})`;
  return sql`
    from links as own
    join links as other on other.fact = own.fact and other.relation = own.relation
    where own.target = (select ${actor})
      and (own.fact_type, own.relation) in (values ('event', 'participant'), ('quote', 'speaker'))
      and other.target <> own.target ${stated}
  `;
}

async function selectRoles(
  queries: Queries,
  { actor, articles }: MeetingsRequest,
  others: readonly string[],
): Promise<Map<string, Meeting['roles']>> {
  const roles = new Map<string, Meeting['roles']>();
  if (others.length === 0) return roles;
  const { rows } = await sql<{ id: string; own: string; other: string; events: number }>`
    select other.target as id, own.role as own, other.role as other, count(*) as events
    ${meetings(actor, articles)} and own.fact_type = 'event' and ${isAnyOf('other.target')(others)}
    group by other.target, own.role, other.role
    order by other.target, events desc, own.role, other.role
  `.execute(queries);
  for (const { id, ...pair } of rows) roles.set(id, [...(roles.get(id) ?? []), pair]);
  return roles;
}
