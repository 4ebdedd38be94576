import type { Dialect, Slots } from '../dialect.ts';
import { articleOf } from '../numbers.ts';
import type { Meeting, MeetingsPlan, MeetingsResult } from '../plan.ts';
import { sql } from '../sql.ts';
import { toSlot } from './conditions.ts';
import { countInTime, type Runner, TooMuch } from './runner.ts';
import { readWithinBytes, unlessLong } from './within-bytes.ts';

/**
 * Null where there is no such actor.
 * @throws TooMuch where it has to be run beside others, and isn't
 */
export async function selectMeetings(
  runner: Runner,
  plan: MeetingsPlan,
): Promise<MeetingsResult | null> {
  const { actor, articles, withoutArticles, after, limit, counted } = plan;
  const { valueIn, isAnyOf } = runner.dialect;
  const { few } = runner.bounds;
  const slots: Slots = {
    actor,
    articles: toSlot(articles),
    without: toSlot(withoutArticles),
    // Negative, as it is compared.
    total: -Number(after?.[0] ?? 0),
    id: String(after?.[1] ?? ''),
    most: few + 1,
  };
  let many = false;
  const run = (part: string, build: () => ReturnType<typeof sql>, more: Slots = {}) =>
    runner.rows(
      `meetings ${part} ${many} ${[articles, withoutArticles].map(({ length }) => Math.min(length, 2))}`,
      build,
      { ...slots, ...more },
    );

  const [references] = await run(
    'references',
    () => sql`select (
      select count(*) from (select 1 from links where target = ${valueIn('actor')} limit ${valueIn('most')}) as counted
    ) from actors where id = ${valueIn('actor')}`,
  );
  if (references === undefined) return null;
  many = Number(references[0]) > few;
  if (many && !runner.beside) throw new TooMuch('it meets many');

  const all = meetings(runner.dialect, plan, many);
  const document = unlessLong(runner.dialect, sql.ref('actors.document'));
  const page = () => sql`
    select met.id, met.total, met.events, met.quotes, ${document} from (
      select other.target as id,
        count(distinct other.fact) as total,
        count(distinct case when other.fact_type = 'event' then other.fact end) as events,
        count(distinct case when other.fact_type = 'quote' then other.fact end) as quotes
      ${all} group by other.target
    ) as met join actors on actors.id = met.id
    ${after === null ? sql`` : sql`where (-met.total, met.id) > (${valueIn('total')}, ${valueIn('id')})`}
    order by -met.total, met.id limit ${valueIn('limit')}
  `;
  const read = (most: number, long: number) =>
    countInTime(run(after === null ? 'first' : 'next', page, { limit: most, long }));
  const { rows, isFull } = await readWithinBytes(0, limit + 1, read, (rows) =>
    (rows ?? []).map((row) => Number(row[5])),
  );
  if (rows === null) return { meetings: [], next: null, total: null, complete: false };
  const shown = rows.slice(0, limit);
  const roles = await run(
    'roles',
    () => sql`
      select other.target, own.role, other.role, count(*) as events
      ${meetings(runner.dialect, plan)} and own.fact_type = 'event' and ${isAnyOf(sql`other.target`, 'others', true)}
      group by other.target, own.role, other.role
      order by other.target, events desc, own.role, other.role
    `,
    { others: shown.flatMap(([id]) => id ?? []) },
  );
  const found = shown.map(
    ([id, total, events, quotes, document]): Meeting => ({
      id: String(id),
      total: Number(total),
      events: Number(events),
      quotes: Number(quotes),
      document: String(document),
      roles: roles
        .filter(([other]) => other === id)
        .map(([, own, other, events]) => ({
          own: String(own),
          other: String(other),
          events: Number(events),
        })),
    }),
  );
  const last = found.at(-1);
  const counts = counted
    ? await countInTime(run('total', () => sql`select count(distinct other.target) ${all}`))
    : [];
  return {
    meetings: found,
    next: last && (isFull || rows.length > limit) ? [last.total, last.id] : null,
    total: counts?.[0] === undefined ? null : Number(counts[0][0]),
    complete: counts !== null,
  };
}

/**
 * Pairs of references from one fact: to the actor, and to somebody else in the same relation.
 * @param many whether the actor has so many that this may take long
 */
function meetings(
  { valueIn, isAnyOf, withinTime }: Dialect,
  { articles, withoutArticles }: MeetingsPlan,
  many = false,
) {
  const limits = many ? withinTime(sql`own.fact`) : [];
  const stated = (values: readonly string[], slot: string, how: 'in' | 'not in') =>
    values.length === 0
      ? sql``
      : sql`and ${articleOf(sql`own.fact`)} ${sql.raw(how)} (
          select number from articles where ${isAnyOf(sql`id`, slot, values.length > 1)})`;
  return sql`
    from links as own
    join links as other on other.fact = own.fact and other.relation = own.relation
    where own.target = ${valueIn('actor')}
      and (own.fact_type, own.relation) in (values ('event', 'participant'), ('quote', 'speaker'))
      and other.target <> own.target
      ${stated(articles, 'articles', 'in')} ${stated(withoutArticles, 'without', 'not in')}
      ${sql.join(
        limits.map((limit) => sql`and ${limit}`),
        ' ',
      )}
  `;
}
