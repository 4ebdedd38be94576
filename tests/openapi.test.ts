import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeDocuments } from '../openapi/documents.ts';
import { inPackage } from '../src/package.ts';
import { resources } from '../src/resources.ts';
import { examplesOf, type Operation, type Parameter } from './support/openapi.ts';
import { startServer, stopServer, type TestServer, withKey } from './support/server.ts';

let server: TestServer;
let operations: [path: string, operation: Operation][];
beforeAll(async () => {
  server = await startServer('seed');
  operations = Object.entries(server.document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((it): [string, Operation] => [path, it as Operation]),
  );
});
afterAll(() => stopServer(server));

test('the committed documents are those that the routes and the seed give, and are served byte for byte', async () => {
  const documents = await makeDocuments();
  const committed = (name: string) => readFileSync(inPackage(`openapi/${name}`), 'utf8');
  for (const [name, text] of Object.entries(documents)) expect(committed(name), name).toBe(text);
  for (const name of ['openapi.json', 'openapi.yaml', 'openapi-3.0.json'])
    expect((await server.app.inject(`/${name}`)).body).toBe(documents[name]);
  expect(parse(committed('openapi.yaml'))).toEqual(JSON.parse(committed('openapi.json')));
});

test('they are also where Swagger UI’s plugin for Fastify has them', async () => {
  for (const [path, name] of [
    ['/docs/json', 'openapi.json'],
    ['/docs/yaml', 'openapi.yaml'],
  ]) {
    const { body, headers } = await server.app.inject(String(path));
    expect(body, path).toBe(readFileSync(inPackage(`openapi/${name}`), 'utf8'));
    const again = { url: String(path), headers: { 'if-none-match': String(headers.etag) } };
    expect((await server.app.inject(again)).statusCode, path).toBe(304);
  }
});

test('the server imports nothing of what makes the documents', () => {
  const files = globSync('src/**/*.ts', { cwd: inPackage('.') });
  const imported = files.flatMap((file) =>
    [...readFileSync(inPackage(file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
      join(dirname(file), path),
    ),
  );
  expect(imported.length).toBeGreaterThan(files.length);
  expect(imported.filter((path) => !path.startsWith('src/'))).toEqual([]);
});

test('it is OpenAPI 3.1 and small enough for Swagger UI', () => {
  expect(server.document.openapi).toBe('3.1.0');
  expect(readFileSync(inPackage('openapi/openapi.json')).length).toBeLessThan(150_000);
});

test('every route under /v1 is in it, and nothing else', () => {
  const expected = resources.flatMap(({ name, singular, example }) => [
    `/v1/${name}`,
    ...(example === null ? [] : [`/v1/${name}/{${singular}}`]),
    `/v1/exports/${name}.csv`,
    `/v1/exports/${name}.ndjson`,
    `/v1/exports/${name}.xlsx`,
  ]);
  const others = [
    '/v1/actors/{actor}/connections',
    '/v1/articles/{article}/bundle',
    '/v1/articles/{article}/linked-data',
    '/v1/articles/{article}/linked-data.ttl',
    '/v1/articles/{article}/verification',
    '/v1/changes',
    '/v1/changes.atom',
    '/v1/exports/article-facts.sqlite',
    '/v1/search',
    '/v1/timeline',
  ];
  expect(Object.keys(server.document.paths).sort()).toEqual([...expected, ...others].sort());
});

test('exports come last, in a group of their own', () => {
  const paths = operations.map(([path]) => path);
  const first = paths.findIndex(isExport);
  expect(paths.slice(first).every(isExport)).toBe(true);
  expect(server.document.tags.at(-1)?.name).toBe('Exports');
  for (const [path, { tags }] of operations)
    expect(tags.includes('Exports'), path).toBe(isExport(path));
});

test('few values are filled in, so that lists find several items at once', async () => {
  for (const [path, { parameters = [], operationId }] of operations) {
    const filled = parameters.filter((it) => it.example !== undefined);
    expect(filled.length, path).toBeLessThanOrEqual(2);
    for (const { name, schema } of parameters)
      expect(schema, `${path} ${name}`).not.toHaveProperty('minItems');
    if (!/^list(Quotes|Events|Actors|Places|Statistics|Mentions)$/.test(operationId)) continue;
    const query = filled.map(toPair).join('&');
    expect(await countItems(path, `${path}?${query}`), path).toBeGreaterThan(3);
  }
});

test('every operation has an id of its own, a tag that is described, a summary and a description', () => {
  const tags = server.document.tags.map((tag) => tag.name);
  const ids = operations.map(([, operation]) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, { operationId, summary, description, tags: own }] of operations) {
    expect(operationId).toMatch(/^(list|get|search|verify|export|put|delete)[A-Z][A-Za-z]+$/);
    expect(summary && description).toBeTruthy();
    expect(own.every((tag) => tags.includes(tag))).toBe(true);
  }
});

test('every operation declares its errors as problems, and its success as a component with an ETag', () => {
  for (const [path, { responses, requestBody }] of operations) {
    const statuses = Object.keys(responses);
    expect(statuses).toEqual(expect.arrayContaining(['400', '500']));
    expect(statuses.includes('304'), path).toBe(
      'ETag' in (responses[200]?.headers ?? {}) && !('201' in responses),
    );
    if (requestBody !== undefined) expect(statuses).toEqual(expect.arrayContaining(['413', '415']));
    else if (path.includes('}')) expect(statuses).toContain('404');
    for (const [status, { content, headers }] of Object.entries(responses)) {
      if (content === undefined) {
        expect(['204', '304']).toContain(status);
        continue;
      }
      const types = Object.keys(content);
      expect(types).toHaveLength(1);
      const [type = ''] = types;
      if (status >= '400') expect(type).toBe('application/problem+json');
      // As a bare string, clients would read a file as JSON.
      if ((isExport(path) || type === 'text/turtle') && status === '200')
        expect(content[type]?.schema).toEqual({ type: 'string', format: 'binary' });
      else if (type === 'application/atom+xml')
        expect(content[type]?.schema).toEqual({ type: 'string' });
      else expect(content[type]?.schema.$ref).toMatch(/^#\/components\/schemas\/[A-Z][A-Za-z]+$/);
      if (status === '200' && requestBody === undefined) expect(headers).toHaveProperty('ETag');
      if (status >= '400') expect(content[type]?.schema.$ref).toBe('#/components/schemas/Problem');
    }
  }
});

function isExport(path: string): boolean {
  return path.startsWith('/v1/exports/');
}

test('every answer but a file has an example', () => {
  for (const [, { operationId, responses }] of operations)
    for (const [status, { content = {} }] of Object.entries(responses))
      for (const { example, examples, schema } of Object.values(content))
        if (schema.format !== 'binary')
          expect(
            example ?? Object.values(examples ?? {})[0],
            `${operationId} ${status}`,
          ).toBeTruthy();
});

test('what several operations have in common is named after what it is', async () => {
  const { components, paths } = (await server.app.inject('/openapi.json')).json();
  expect(components.parameters).toHaveProperty('LimitParam');
  expect(components.parameters.QuoteKindParam).toMatchObject({ name: 'kind', in: 'query' });
  expect(components.parameters.ActorIdParam).toMatchObject({ name: 'actor', in: 'path' });
  expect(Object.keys(components.headers)).toEqual(['ETag', 'Link', 'RetryAfter']);
  expect(paths['/v1/quotes'].get.responses['400']).toEqual({
    $ref: '#/components/responses/InvalidParameter',
  });
  const all = [...JSON.stringify(paths).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  for (const [, section = '', name = ''] of all)
    expect(components[section], name).toHaveProperty(name);
});

test('every body is required JSON, a component whose examples are taken as they stand', async () => {
  const { schemas } = server.document.components;
  let bodies = 0;
  for (const [path, methods] of Object.entries(server.document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operation?.requestBody === undefined) continue;
      const { required, content } = operation.requestBody;
      expect([required, Object.keys(content)]).toEqual([true, ['application/json']]);
      const name = content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
      const { properties, examples: [whole] = [] } = schemas[name] as {
        properties: Record<string, { examples?: unknown[] }>;
        examples?: object[];
      };
      const payload =
        whole ??
        Object.fromEntries(
          Object.entries(properties).map(([field, { examples }]) => [field, examples?.[0]]),
        );
      const url = (operation.parameters ?? []).reduce(
        (before, parameter) => before.replace(`{${parameter.name}}`, written(parameter)),
        path,
      );
      const response = await server.ask({
        method: method as 'POST',
        url,
        payload,
        headers: withKey,
      });
      expect(response.statusCode, response.body).toBeLessThan(300);
      bodies++;
    }
  expect(bodies).toBeGreaterThan(0);
});

test('components follow the rules that generated clients need', () => {
  visit(server.document.components.schemas, '');
  expect(JSON.stringify(server.document)).not.toContain('def-');

  function visit(node: unknown, path: string): void {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Record<string, unknown>;
    for (const banned of [
      'anyOf',
      'allOf',
      'const',
      'patternProperties',
      'prefixItems',
      'nullable',
    ])
      expect(schema, path).not.toHaveProperty(banned);
    const types = [schema.type].flat();
    if (types.includes('integer') || types.includes('number'))
      expect(schema.format, path).toMatch(/^(int32|int64|double)$/);
    const atTop = /^\/\w+$/.test(path);
    if (schema.enum !== undefined || (types.includes('object') && schema.properties !== undefined))
      expect(atTop, `${path} should be a component`).toBe(true);
    for (const [key, child] of Object.entries(schema)) visit(child, `${path}/${key}`);
  }
});

/** The example as a query or path has it. */
function written(parameter: Parameter): string {
  return encodeURIComponent(examplesOf(parameter).join(','));
}

function toPair(parameter: Parameter): string {
  return `${parameter.name}=${written(parameter)}`;
}

test('every parameter has a description and an example that finds facts, alone and with all others', async () => {
  for (const [path, { parameters = [], requestBody, operationId }] of operations) {
    for (const { name, description } of parameters)
      expect(description, `${path} ${name}`).toBeTruthy();
    // These come from an answer; nothing in the seed is reported within another quote; its source is not known.
    const bare = ['cursor', 'reportedIn', 'url', 'publisher'];
    if (/articles/.test(path)) bare.push('from', 'to');
    const given = parameters.filter(
      (it) => !bare.includes(it.name) && !isOfOtherType(path, it) && !isChoice(it),
    );
    for (const it of given) expect(examplesOf(it), `${path} ${it.name}`).not.toEqual([]);
    if (requestBody !== undefined || operationId.startsWith('delete')) continue;
    const id = given.find((it) => it.in === 'path');
    const url = id === undefined ? path : path.replace(`{${id.name}}`, written(id));
    const required = given.filter((it) => it.required && it.in === 'query').map(toPair);
    const query = given.filter((it) => !it.required && it.in === 'query').map(toPair);
    if (query.length === 0) {
      expect((await server.ask(url)).statusCode).toBe(200);
      continue;
    }
    for (const asked of [...query, query.join('&')]) {
      const whole = `${url}?${[...required, asked].join('&')}`;
      expect(await countItems(path, whole), whole).toBeGreaterThan(0);
    }
  }
});

/** One of a list of values, which says enough. */
function isChoice({ schema, example }: Parameter): boolean {
  return schema.$ref !== undefined && example === undefined && !schema.$ref.endsWith('/Id');
}

/** Filters of one type of facts don’t go with those of another. */
function isOfOtherType(path: string, parameter: Parameter): boolean {
  const isOfOther = parameter.description.startsWith('As in');
  return path === '/v1/timeline' && isOfOther && examplesOf(parameter).length === 0;
}

async function countItems(path: string, url: string): Promise<number> {
  const { statusCode, headers, body, rawPayload } = await server.ask(url);
  expect(statusCode, url).toBe(200);
  if (/atom/.test(String(headers['content-type']))) return body.split('<entry>').length - 1;
  if (!isExport(path)) return JSON.parse(body).data.length;
  if (path.endsWith('.xlsx')) return (await readSheet(rawPayload)).length - 1;
  return body.split('\n').length - (path.endsWith('.csv') ? 2 : 1);
}
