import { expect, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { sql } from '../src/store/sql.ts';
import { bundleOf } from './support/article.ts';
import { withKey, withServer } from './support/server.ts';

test('wherever a disk is full, a bundle is refused and nothing of it stored; where there is room again, it is taken', async () => {
  const server = await withServer([bundleOf('a')]);
  const { store } = server;
  const allow = (pages: number) =>
    store.write((queries) => queries.run(sql.raw(`pragma max_page_count = ${pages}`)));
  const pages = () =>
    store.read(async (queries) => {
      const [row] = await queries.rows<{ count: number }>(
        sql`select page_count as count from pragma_page_count`,
      );
      return row?.count ?? 0;
    });
  /** How many rows each table has. */
  const count = () =>
    store.read(async (queries) => {
      const tables = await queries.rows<{ name: string }>(sql`
        select name from sqlite_schema where type = 'table'
        and name not like 'sqlite%' and name not like 'search_terms_data'
      `);
      const each = tables.map(
        ({ name }) => sql`select ${name} as name, count(*) as count from ${sql.ref(name)}`,
      );
      return queries.rows(sql.join(each, ' union all '));
    });
  const put = (index: number) => {
    const { bundle } = syntheticArticle(1, index);
    const url = `/v1/articles/${bundle.article.id}/bundle`;
    return server.ask({ method: 'PUT', url, payload: bundle, headers: withKey });
  };

  let refused = 0;
  for (let index = 0; index < 5; index++) {
    const before = await count();
    const used = await pages();
    // Each time it has a few pages more, and so it is full at another place.
    for (let more = 0; ; more += 1 + index) {
      await allow(used + more);
      const { statusCode, body } = await put(index);
      if (statusCode === 201) break;
      refused++;
      expect([statusCode, JSON.parse(body).type]).toEqual([507, '/problems/insufficient-storage']);
      expect(await count()).toEqual(before);
    }
  }
  expect(refused).toBeGreaterThan(50);
  expect((await server.get('/v1/articles')).data).toHaveLength(6);
});
