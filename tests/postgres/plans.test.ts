import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { bundleOf } from '../support/article.ts';
import { freshLocation } from '../support/location.ts';
import { startServer, stopServer } from '../support/server.ts';

test('how a page without filters is read is planned once, however many facts there are', async () => {
  const path = await freshLocation();
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const server = await startServer([bundleOf('a')], {
    path,
    observe: (statement) => void asked.push(statement),
  });
  const client = new pg.Client({ connectionString: path });
  onTestFinished(async () => {
    await client.end();
    await stopServer(server);
  });
  await client.connect();
  await client.query(`
    insert into quotes (number, id, document, terms, kind, polarity, language, unnamed)
    select quotes.number + place, 'quote-' || quotes.number || '-' || place, document, terms, kind, polarity, language, unnamed
    from (select * from quotes limit 1) as quotes, generate_series(100, 10000) as place
  `);
  await client.query('analyze quotes');

  const urls = ['/v1/quotes?limit=7', '/v1/quotes?limit=7&sort=date&order=desc'];
  for (const url of urls) {
    const { page } = await server.get<{ page: { next: string } }>(url);
    asked.length = 0;
    await server.get(`${url}&cursor=${page.next}`);
    const statement = asked.find(({ sql }) => sql.includes('string_agg'));
    for (let times = 0; times < 10; times++)
      await client.query({
        name: url,
        text: statement?.sql ?? '',
        values: [...(statement?.parameters ?? [])],
      });
  }

  const { rows } = await client.query<{ name: string; kept: number; anew: number }>(
    'select name, generic_plans::int as kept, custom_plans::int as anew from pg_prepared_statements order by name',
  );
  // The first five times, the server compares.
  expect(rows).toEqual(urls.map((name) => ({ name, kept: 5, anew: 5 })));
});
