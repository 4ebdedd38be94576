import type { ChangesPlan, ChangesResult, Value } from '../plan.ts';
import { sql } from '../sql.ts';
import type { Runner } from './runner.ts';
import { readWithinBytes, unlessLong } from './within-bytes.ts';

/** A page of the changes, by their revisions. */
export async function selectChanges(
  runner: Runner,
  { newestFirst, withArticles, after, limit }: ChangesPlan,
): Promise<ChangesResult> {
  const { valueIn } = runner.dialect;
  const ends = newestFirst ? { sign: '<', direction: 'desc' } : { sign: '>', direction: 'asc' };
  const document = withArticles
    ? unlessLong(runner.dialect, sql.ref('articles.document'))
    : sql`null, 0`;
  const read = (most: number, long: number) =>
    runner.rows(
      `changes ${ends.direction} ${withArticles}`,
      () => sql`
        select changes.revision, changes.kind, changes.article, changes.time, changes.author,
          changes.mark, articles.digest, ${document}
        from changes left join articles on articles.id = changes.article
        where changes.revision ${sql.raw(ends.sign)} ${valueIn('after')}
        order by changes.revision ${sql.raw(ends.direction)} limit ${valueIn('limit')}
      `,
      {
        after: after?.[0] ?? (newestFirst ? Number.MAX_SAFE_INTEGER : 0),
        limit: most,
        long,
      },
    );
  const { rows, isFull } = await readWithinBytes(0, limit + 1, read, (rows) =>
    rows.map((row) => Number(row[8])),
  );
  const shown = rows.slice(0, limit);
  const changes = shown.map(toChange);
  return {
    changes,
    articles: withArticles ? shown.map((row) => textOf(row[7])) : [],
    next: isFull || rows.length > limit ? [changes.at(-1)?.revision ?? 0] : null,
  };
}

function textOf(value: Value | null | undefined): string | null {
  return value == null ? null : String(value);
}

function toChange(row: Value[]): ChangesResult['changes'][number] {
  const [revision, kind, article, time, author, mark, digest] = row;
  return {
    revision: Number(revision),
    kind: kind === 'delete' ? 'delete' : 'put',
    article: String(article),
    time: String(time),
    author: textOf(author),
    digest: textOf(digest),
    mark: String(mark),
  };
}
