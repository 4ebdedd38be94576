import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { bundleOf } from './support/article.ts';
import { freshLocation } from './support/location.ts';
import { temporaryFolder } from './support/process.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

/** The article in one of its versions, which all of its facts tell. */
function version(number: number) {
  const told = { en: `version${number} of it` };
  return bundleOf('a', ({ article, quotes: [, indirect], events, statistics }) => {
    article.title = told;
    for (const event of events) event.title = told;
    for (const statistic of statistics) statistic.label = told;
    Object.assign(indirect ?? {}, { text: told.en });
  });
}

/** Whatever shows the article beside its facts. */
const urls = [
  '/v1/articles/a/bundle',
  '/v1/articles/a/linked-data',
  '/v1/search?q=it&limit=100',
  '/articles/a',
  '/v1/exports/events.ndjson',
];

async function startOn(path: string): Promise<TestServer> {
  const server = await startServer([], { path });
  onTestFinished(() => stopServer(server));
  return server;
}

test('while another server puts one version after the other, no answer has two of them', async () => {
  const path =
    inject('postgres') === undefined ? join(temporaryFolder(), 'facts.db') : await freshLocation();
  const [writing, reading] = [await startOn(path), await startOn(path)];
  const put = async (number: number) => {
    const url = '/v1/articles/a/bundle';
    const payload = version(number);
    const { statusCode, body } = await writing.ask({
      method: 'PUT',
      url,
      payload,
      headers: withKey,
    });
    expect([200, 201], body).toContain(statusCode);
  };
  await put(0);
  const seen = new Set<string>();
  let isOver = false;
  const read = async (url: string) => {
    while (!isOver) {
      const { statusCode, body } = await reading.app.inject(url);
      // A page whose article is replaced ten times while it is read says so.
      if (statusCode === 503 && url.startsWith('/articles')) continue;
      expect(statusCode, url).toBe(200);
      const versions = new Set(body.match(/version\d+/g));
      expect([...versions], url).toHaveLength(1);
      for (const one of versions) seen.add(one);
      // The writing server needs its turns too.
      await setTimeout(5);
    }
  };
  const readers = Promise.all(urls.map(read));
  for (let number = 1; number <= 15; number++) await put(number);
  isOver = true;
  await readers;
  expect(seen.size).toBeGreaterThan(3);
});
