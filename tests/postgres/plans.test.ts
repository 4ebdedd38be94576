import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { bundleOf } from '../support/article.ts';
import { freshLocation } from '../support/location.ts';
import { startServer, stopServer } from '../support/server.ts';

interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** A server with ten thousand quotes more, the last of them Ada Stein’s, what gives the page behind a URL, and the database itself. */
async function serverWithMany() {
  const path = await freshLocation();
  const asked: Statement[] = [];
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
    from (select * from quotes where id = 'a-we-will-build-it') as quotes, generate_series(100, 10000) as place
  `);
  await client.query(`
    insert into links (fact, relation, target, role, fact_type, target_type)
    select number, 'speaker', 'ada-stein', '', 'quote', 'actors' from quotes
    order by number desc limit 2500 on conflict do nothing
  `);
  await client.query('vacuum analyze quotes, links');
  const statementOf = async (url: string): Promise<Statement> => {
    asked.length = 0;
    await server.get(url);
    const found = asked.find(({ sql }) => sql.includes('string_agg'));
    if (found === undefined) throw new Error(`nothing gave the page of ${url}`);
    return found;
  };
  return { server, client, statementOf };
}

test('how a page without filters is read is planned once, however many facts there are', async () => {
  const { server, client, statementOf } = await serverWithMany();
  const urls = ['/v1/quotes?limit=7', '/v1/quotes?limit=7&sort=date&order=desc'];
  for (const url of urls) {
    const { page } = await server.get<{ page: { next: string } }>(url);
    const { sql: text, parameters } = await statementOf(`${url}&cursor=${page.next}`);
    for (let times = 0; times < 10; times++)
      await client.query({ name: url, text, values: [...parameters] });
  }

  const { rows } = await client.query<{ name: string; kept: number; anew: number }>(
    'select name, generic_plans::int as kept, custom_plans::int as anew from pg_prepared_statements order by name',
  );
  // The first five times, the server compares.
  expect(rows).toEqual(urls.map((name) => ({ name, kept: 5, anew: 5 })));
});

test.each(['', '&kind=direct', '&kind=direct&order=desc'])(
  'a page of what somebody said, of very much%s, reads about as much as it has',
  async (more) => {
    const { client, statementOf } = await serverWithMany();
    const { sql: text, parameters } = await statementOf(`/v1/quotes?speaker=ada-stein${more}`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>({
      text: `explain (analyze, format json) ${text}`,
      values: [...parameters],
    });
    const read = rowsOf(rows[0]?.['QUERY PLAN'][0].Plan);
    expect(Math.max(...read)).toBeGreaterThan(20);
    expect(Math.max(...read)).toBeLessThan(200);
  },
);

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

/** How many rows each step of a plan gave. */
function rowsOf(node: PlanNode | undefined): number[] {
  if (node === undefined) return [];
  return [
    node['Actual Rows'] * node['Actual Loops'],
    ...(node.Plans ?? []).flatMap((it) => rowsOf(it)),
  ];
}
