import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { publishedBundleSchema } from '../src/bundle/published.ts';
import { inPackage } from '../src/package.ts';
import { factTypes, resources } from '../src/resources.ts';
import type { Operation, Parameter } from './support/openapi.ts';
import { startServer, stopServer, type TestServer } from './support/server.ts';

let server: TestServer;
let operations: [path: string, operation: Operation][];
beforeAll(async () => {
  server = await startServer('seed');
  operations = Object.entries(server.document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((it): [string, Operation] => [path, it as Operation]),
  );
});
afterAll(() => stopServer(server));

test('the committed documents are those that the routes give and the server serves', async () => {
  const committed = (name: string) => readFileSync(inPackage(`openapi/${name}`), 'utf8');
  expect((await server.app.inject('/openapi.json')).body).toBe(committed('openapi.json'));
  expect((await server.app.inject('/openapi-3.0.json')).body).toBe(committed('openapi-3.0.json'));
  expect((await server.app.inject('/openapi.yaml')).body).toBe(committed('openapi.yaml'));
  expect(parse(committed('openapi.yaml'))).toEqual(JSON.parse(committed('openapi.json')));
  expect(JSON.parse(committed('bundle.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(publishedBundleSchema(factTypes))),
  );
});

test('it is OpenAPI 3.1 and small enough for Swagger UI', () => {
  expect(server.document.openapi).toBe('3.1.0');
  expect(JSON.stringify(server.document, null, 2).length).toBeLessThan(150_000);
});

test('every route under /v1 is in it, and nothing else', () => {
  const expected = resources.flatMap(({ name, singular, example }) => [
    `/v1/${name}`,
    ...(example === null ? [] : [`/v1/${name}/{${singular}}`]),
  ]);
  const others = [
    '/v1/actors/{actor}/connections',
    '/v1/articles/{article}/verification',
    '/v1/search',
  ];
  expect(operations.map(([path]) => path).sort()).toEqual([...expected, ...others].sort());
});

test('every operation has an id of its own, a tag that is described, a summary and a description', () => {
  const tags = server.document.tags.map((tag) => tag.name);
  const ids = operations.map(([, operation]) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, { operationId, summary, description, tags: own }] of operations) {
    expect(operationId).toMatch(/^(list|get|search|verify)[A-Z][A-Za-z]+$/);
    expect(summary && description).toBeTruthy();
    expect(own.every((tag) => tags.includes(tag))).toBe(true);
  }
});

test('every operation declares its errors as problems, and its success as a component with an ETag', () => {
  for (const [path, { responses, requestBody }] of operations) {
    const statuses = path.includes('}') ? ['200', '400', '404', '500'] : ['200', '400', '500'];
    if (requestBody !== undefined) statuses.push('413', '415');
    expect(Object.keys(responses)).toEqual(statuses.sort());
    for (const [status, { content, headers }] of Object.entries(responses)) {
      const type = status === '200' ? 'application/json' : 'application/problem+json';
      expect(Object.keys(content)).toEqual([type]);
      expect(content[type]?.schema.$ref).toMatch(/^#\/components\/schemas\/[A-Z][A-Za-z]+$/);
      if (status === '200' && requestBody === undefined) expect(headers).toHaveProperty('ETag');
      if (status !== '200') expect(content[type]?.schema.$ref).toBe('#/components/schemas/Problem');
    }
  }
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
      const { properties } = schemas[name] as {
        properties: Record<string, { examples: unknown[] }>;
      };
      const payload = Object.fromEntries(
        Object.entries(properties).map(([field, { examples }]) => [field, examples[0]]),
      );
      const url = operation.parameters.reduce(
        (before, parameter) => before.replace(`{${parameter.name}}`, written(parameter)),
        path,
      );
      const response = await server.ask({ method: method as 'POST', url, payload });
      expect(response.statusCode).toBe(200);
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
function written({ example }: Parameter): string {
  return encodeURIComponent([example].flat().join(','));
}

function toPair(parameter: Parameter): string {
  return `${parameter.name}=${written(parameter)}`;
}

test('every parameter has a description and an example that finds facts, alone and with all others', async () => {
  for (const [path, { parameters, requestBody }] of operations) {
    for (const { name, description } of parameters)
      expect(description, `${path} ${name}`).toBeTruthy();
    // A cursor comes from an answer.
    const given = parameters.filter(({ name }) => name !== 'cursor');
    for (const { name, example } of given) expect(example, `${path} ${name}`).toBeDefined();
    if (requestBody !== undefined) continue;
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
      const { data } = await server.get(whole);
      expect(data.length, whole).toBeGreaterThan(0);
    }
  }
});

test('Swagger UI comes from the package itself, under a strict policy', async () => {
  const page = await server.app.inject('/docs');
  expect(page.statusCode).toBe(200);
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src 'self'");
  const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(assets.length).toBeGreaterThan(3);
  for (const asset of assets) {
    const { pathname } = new URL(asset, 'http://host/docs');
    expect(asset).not.toMatch(/^(https?:)?\/\//);
    expect((await server.app.inject(pathname)).statusCode, pathname).toBe(200);
  }
});
