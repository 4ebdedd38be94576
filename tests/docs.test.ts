import { expect, test } from 'vitest';
import { kinds } from '../src/http/problem-kinds.ts';
import { packageVersion } from '../src/package.ts';
import { resources } from '../src/resources.ts';
import type { OpenApi } from './support/openapi.ts';
import { findPages, readPage } from './support/pages.ts';
import { withServer } from './support/server.ts';

test('every environment variable is in the table of settings, and the other way round', () => {
  const used = [...readPage('src/config.ts').matchAll(/env\.([A-Z_]+)/g)].map(([, name]) => name);
  const table = readPage('docs/configuration.md');
  const documented = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual([...new Set(used)].sort());
});

test('every path under /v1 is in the table of paths, of exports those of one list', async () => {
  const { document } = await withServer([]);
  const asking = readPage('docs/asking.md');
  for (const path of Object.keys(document.paths)) {
    const ofOneList = path.replace(/exports\/\w+\./, 'exports/quotes.');
    const known = path.endsWith('.sqlite') ? path : ofOneList;
    expect(asking).toMatch(new RegExp(`^\\| .*\`(POST )?${RegExp.escape(known)}\``, 'm'));
  }
});

test('the filters, orders and facets of every list are in their table, in their order', async () => {
  const { document } = await withServer([]);
  const asking = readPage('docs/asking.md');
  for (const { name, filters, orders } of resources) {
    const cells = [Object.keys(filters), Object.keys(orders), facetsOf(document, name)].map((it) =>
      it.map((key) => `\`${key}\``).join(' '),
    );
    expect(asking).toContain(`| \`${name}\` | ${cells.join(' | ')} |`);
  }
});

function facetsOf({ paths, components }: OpenApi, list: string): string[] {
  const parameters = paths[`/v1/${list}`]?.get?.parameters ?? [];
  const schema = parameters.find(({ name }) => name === 'facets')?.schema as {
    items: { $ref: string };
  };
  const name = schema.items.$ref.replace('#/components/schemas/', '');
  return (components.schemas[name] as { enum: string[] }).enum;
}

test('the columns of every export are in their table, in their order', () => {
  const exports = readPage('docs/exports.md');
  for (const { name, csvColumns } of resources) {
    const columns = Object.keys(csvColumns).map((column) => `\`${column}\``);
    expect(exports).toContain(`| \`${name}\` | ${columns.join(' ')} |`);
  }
});

test('every npm script that the documentation names exists', () => {
  const { scripts } = JSON.parse(readPage('package.json'));
  const named = findPages().flatMap((page) =>
    [...readPage(page).matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? ''),
  );
  expect(named.length).toBeGreaterThan(2);
  for (const name of named) expect(scripts).toHaveProperty([name]);
});

test('every command is on its page, and every one that a page names exists', () => {
  const existing = [...readPage('src/commands/program.ts').matchAll(/\.command\('([a-z]+)'\)/g)];
  const named = findPages().flatMap((page) => [
    ...readPage(page).matchAll(/npx article-facts ([a-z]+)/g),
  ]);
  const names = existing.map(([, name]) => name);
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set(names));
  for (const name of names) expect(readPage('docs/commands.md')).toContain(`\`${name}\``);
});

test('the CHANGELOG knows this version', () => {
  expect(readPage('CHANGELOG.md')).toContain(`## ${packageVersion()}`);
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
    const isForMessages = path === '/mcp';
    expect(body).toContain(isForMessages ? `<code>${path}</code>` : `href="${path}"`);
    expect((await app.inject(path)).statusCode, path).toBe(isForMessages ? 405 : 200);
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
