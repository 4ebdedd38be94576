import { allOf } from '../all-of.ts';
import type { Link } from '../article.ts';
import { sql } from '../sql.ts';
import type { References, Writing } from './writing.ts';

/** Leaves it to the engine to read the JSON. */
export async function insertReferencesAsJson(
  writing: Pick<Writing, 'run' | 'dialect'>,
  articles: readonly References[],
): Promise<void> {
  await allOf(
    articles.flatMap(({ from, links, mentions }) => [
      insertLinks(writing, from, links),
      writing.run(sql`
        insert into anchors (number, "start", "end", exact, role, continues, fact_type, fact)
        select ${from} + place, "start", "end", exact, role, continues, fact_type, fact
        from ${writing.dialect.rowsIn(anchorColumns, mentions)} as mentions
      `),
    ]),
  );
}

/** @param links JSON: as in `ArticleToStore`, but that the fact may have any place behind `from` */
function insertLinks(
  writing: Pick<Writing, 'run' | 'dialect'>,
  from: number,
  links: string,
): Promise<number> {
  return writing.run(sql`
    insert into links (fact, relation, target, role, fact_type, target_type)
    select ${from} + fact, relation, target, role, fact_type, target_type
    from ${writing.dialect.rowsIn(linkColumns, links)} as links
    where true on conflict do nothing
  `);
}

/** What they refer to, in place of what they referred to before. */
export async function replaceLinks(
  writing: Writing,
  factType: string,
  facts: readonly { number: number; links: readonly Link[] }[],
): Promise<void> {
  const rows = JSON.stringify(
    facts.flatMap(({ number, links }) =>
      links.map(({ relation, target, role = '', targetType }) => [
        number,
        relation,
        target,
        role,
        factType,
        targetType,
      ]),
    ),
  );
  const { isAmong, rowsIn } = writing.dialect;
  const numbers = facts.map(({ number }) => number);
  await allOf([
    writing.run(sql`
      delete from links where ${isAmong(sql.ref('fact'), numbers)}
      and (fact, relation, target, role) not in (
        select fact, relation, target, role from ${rowsIn(linkColumns, rows)} as kept
      )
    `),
    insertLinks(writing, 0, rows),
  ]);
}

export const anchorColumns = {
  start: 'integer',
  end: 'integer',
  exact: 'text',
  role: 'text',
  continues: 'integer',
  fact_type: 'text',
  fact: 'text',
} as const;

/** As `ArticleToStore` has them. */
export const linkColumns = {
  fact: 'integer',
  relation: 'text',
  target: 'text',
  role: 'text',
  fact_type: 'text',
  target_type: 'text',
} as const;
