import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { kinds } from '../src/http/problems.ts';
import { inPackage, packageVersion } from '../src/package.ts';
import { resources } from '../src/resources.ts';
import { run, temporaryFolder } from './support/process.ts';
import { withServer } from './support/server.ts';

const read = (path: string) => readFileSync(inPackage(path), 'utf8');
const readme = read('README.md');

test('every environment variable is in the README’s table, and the other way round', () => {
  const used = [...read('src/config.ts').matchAll(/env\.([A-Z_]+)/g)].map(([, name]) => name);
  const documented = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual([...new Set(used)].sort());
});

test('every resource is in the README’s table', () => {
  for (const { name } of resources) expect(readme).toContain(`| \`/v1/${name}\``);
});

test('every npm script that the documentation names exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [readme, read('CONTRIBUTING.md')].flatMap((text) =>
    [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? ''),
  );
  expect(named.length).toBeGreaterThan(2);
  for (const name of named) expect(scripts).toHaveProperty(name);
});

test('every command that the README names exists', () => {
  const cli = read('src/cli.ts');
  const named = [...readme.matchAll(/npx article-facts ([a-z]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(cli).toContain(`.command('${name}')`);
});

test('the CHANGELOG knows this version', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${packageVersion()}`);
});

test('every error has a page that says how to mend it, for people and for programs', async () => {
  const { app } = await withServer([]);
  for (const slug of Object.keys(kinds)) {
    const url = `/problems/${slug}`;
    const json = await app.inject(url);
    expect(json.json()).toMatchObject({ type: url, remedy: expect.stringMatching(/\w/) });
    const html = await app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(html.headers['content-type']).toContain('text/html');
    expect(html.body).toContain(`<h1>${json.json().title}</h1>`);
  }
});

test('the start page and the index lead to every resource', async () => {
  const { app } = await withServer([]);
  const { links } = (await app.inject('/')).json();
  const { body } = await app.inject({ url: '/', headers: { accept: 'text/html' } });
  for (const { path } of links) {
    expect(body).toContain(`href="${path}"`);
    expect((await app.inject(path)).statusCode).toBe(200);
  }
});

test('the API catalogue leads to documents that are there (RFC 9727)', async () => {
  const { app } = await withServer([]);
  const catalogue = await app.inject('/.well-known/api-catalog');
  expect(catalogue.headers['content-type']).toContain('application/linkset+json');
  const hrefs = [...catalogue.body.matchAll(/"href":"([^"]+)"/g)].map(([, href]) => href ?? '');
  expect(hrefs).toContain('/openapi.json');
  for (const href of hrefs) expect((await app.inject(href)).statusCode, href).toBe(200);
});

test('the requests of the README’s tour answer as printed', async () => {
  const { app } = await withServer('seed');
  const steps = [
    ...readme.matchAll(
      /```sh\ncurl -s '?http:\/\/127\.0\.0\.1:3000([^'\n]+?)'?\n```\n+```json\n(.*?)```/gs,
    ),
  ];
  expect(steps.length).toBeGreaterThan(2);
  for (const [, path = '', printed = ''] of steps)
    expect((await app.inject(path)).json(), path).toEqual(JSON.parse(printed, anyCursor));
});

/** Each server gives cursors of its own. */
function anyCursor(_name: string, value: unknown): unknown {
  return value === '…' ? expect.stringMatching(/^[\w-]{40,}$/) : value;
}

test('the export that the README shows is as printed, and its columns are those there are', async () => {
  const { app } = await withServer('seed');
  const [, url = '', printed = ''] =
    readme.match(
      /```sh\ncurl -s '?http:\/\/127\.0\.0\.1:3000([^'\n]+?)'?\n```\n+```csv\n(.*?)```/s,
    ) ?? [];
  expect((await app.inject(url)).body.replaceAll('\r\n', '\n')).toBe(printed);
  for (const { name, csvColumns } of resources) {
    const columns = Object.keys(csvColumns).map((column) => `\`${column}\``);
    expect(readme).toContain(`| \`${name}\` | ${columns.join(' ')} |`);
  }
});

test('the page on the SQLite export has every table and column, and its queries find something', async () => {
  const page = read('docs/sqlite.md');
  const { app } = await withServer('seed');
  const database = new Database((await app.inject('/v1/exports/article-facts.sqlite')).rawPayload);
  onTestFinished(() => void database.close());
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  const sections = page
    .split(/^### /m)
    .slice(1)
    .map((section) => /^(\w+)\n(.*)$/s.exec(section) ?? []);
  expect(sections.map(([, name]) => name).sort()).toEqual(names.sort());
  const described = database
    .prepare<[string, string], string>(
      'SELECT description FROM _columns WHERE table_name = ? AND column_name = ?',
    )
    .pluck();
  for (const [, name = '', table = ''] of sections) {
    const rows = [...table.matchAll(/^\| `(\w+)` \| (\w+)(?: → `(\w+)`)? \| (.*) \|$/gm)];
    const columns = database.pragma(`table_info(${name})`) as { name: string; type: string }[];
    expect(rows.map(([, column, type]) => [column, type])).toEqual(
      columns.map((it) => [it.name, it.type]),
    );
    const references = database.pragma(`foreign_key_list(${name})`) as Record<string, string>[];
    for (const [, column = '', , target, text] of rows) {
      expect(references.find(({ from }) => from === column)?.table, column).toBe(target);
      if (!name.startsWith('_')) expect(text).toBe(described.get(name, column));
    }
  }
  const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, query = '']) => query);
  expect(queries.length).toBeGreaterThan(2);
  for (const query of queries)
    expect(database.prepare(query).all().length, query).toBeGreaterThan(0);
});

test('the verification that the README shows answers as printed', async () => {
  const { ask } = await withServer('seed');
  const [, line, url, key, printed] =
    readme.match(
      /```sh\necho '(.+)' \| jq -Rs '{text: \.}' \| curl -s --json @- http:\/\/127\.0\.0\.1:3000(\S+) \| jq \.(\w+)\n```\n+```json\n(.*?)```/s,
    ) ?? [];
  const response = await ask({ method: 'POST', url: String(url), payload: { text: `${line}\n` } });
  expect(response.json()[key ?? '']).toEqual(JSON.parse(printed ?? ''));
});

test('the article that the README puts in is checked and stored as it says', async () => {
  const [, text = '', bundle = ''] =
    readme.match(/## Writing\n.*?```text\n(.*?)\n```.*?```json\n(.*?)```/s) ?? [];
  expect(text).toBe(read('tests/articles/night-ferry.txt'));
  expect(JSON.parse(bundle)).toEqual(JSON.parse(read('tests/articles/night-ferry.json')));
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'night-ferry.txt'), text);
  writeFileSync(join(folder, 'night-ferry.json'), bundle);
  const commands = [...readme.matchAll(/^npx article-facts (\w+ night-ferry\.json .*)$/gm)];
  expect(commands).toHaveLength(2);
  for (const [, command = ''] of commands) {
    const args = command.split(' ').map((it) => (it.includes('.') ? join(folder, it) : it));
    const env = { DATABASE_URL: `file:${join(folder, 'facts.db')}` };
    expect(await run('src/cli.ts', args, env)).toMatchObject({ code: 0, stderr: '' });
  }
});
