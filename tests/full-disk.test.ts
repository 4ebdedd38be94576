import { expect, test } from 'vitest';
import { syntheticArticle } from '../bench/synthetic.ts';
import { sql } from '../src/store/sql.ts';
import { bundleOf } from './support/article.ts';
import { withKey, withServer } from './support/server.ts';

test('on a full disk a bundle is refused and nothing of it stored; where there is room again, it is taken', async () => {
  const server = await withServer([bundleOf('a')]);
  const { store } = server;
  const allow = (pages: number) =>
    store.write((queries) => queries.run(sql.raw(`pragma max_page_count = ${pages}`)));
  await allow(1);
  const stored = ['a'];
  // Pages that were free before take some.
  const putNext = () => {
    const { bundle } = syntheticArticle(1, stored.length);
    const url = `/v1/articles/${bundle.article.id}/bundle`;
    return server.ask({ method: 'PUT', url, payload: bundle, headers: withKey });
  };
  let answer = await putNext();
  for (; answer.statusCode === 201; answer = await putNext()) stored.push(answer.json().article.id);
  expect([answer.statusCode, answer.json().type]).toEqual([507, '/problems/insufficient-storage']);
  expect((await server.get('/v1/articles')).data.map(({ id }) => id)).toEqual(stored.sort());
  await allow(1_000_000);
  expect((await putNext()).statusCode).toBe(201);
});
