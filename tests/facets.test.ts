import { expect, test } from 'vitest';
import { resources } from '../src/resources.ts';
import { bundleOf } from './support/article.ts';
import { withServer } from './support/server.ts';

test('facets count the values of the whole list, the most frequent first', async () => {
  const { get } = await withServer([bundleOf('a'), bundleOf('b')]);
  const list = await get('/v1/quotes?limit=1&facets=kind&facets=speaker,article');
  expect(list.facets).toEqual({
    kind: [
      { value: 'direct', count: 2 },
      { value: 'indirect', count: 2 },
    ],
    speaker: [
      { value: 'ada-stein', count: 2 },
      { value: 'daily-herald', count: 2 },
      { value: 'town-council', count: 2 },
    ],
    article: [
      { value: 'a', count: 2 },
      { value: 'b', count: 2 },
    ],
  });
  const filtered = await get('/v1/quotes?kind=direct&article=b&facets=speaker,event');
  expect(filtered.facets).toEqual({ speaker: [{ value: 'ada-stein', count: 1 }], event: [] });
});

test('the count of each value is that of the list filtered by it', async () => {
  const { document, get } = await withServer('seed');
  for (const { name } of resources) {
    const parameter = document.paths[`/v1/${name}`]?.get?.parameters?.find(
      (it) => it.name === 'facets',
    );
    expect(parameter, name).toBeDefined();
    const reference = JSON.stringify(parameter).match(/schemas\/(\w+)/)?.[1] ?? '';
    const { enum: fields } = document.components.schemas[reference] as { enum: string[] };
    const { facets } = await get(`/v1/${name}?facets=${fields.join()}`);
    expect(Object.keys(facets ?? {})).toEqual(fields);
    for (const field of fields)
      for (const { value, count } of facets?.[field]?.slice(0, 5) ?? []) {
        const filter = `${field}=${encodeURIComponent(value)}`;
        const { page } = await get(`/v1/${name}?${filter}&limit=1&count=exact`);
        expect(page.total, `${name}?${filter}`).toBe(count);
      }
  }
});
