import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Document, findBreaking } from '../openapi/breaking.ts';
import { inPackage } from '../src/package.ts';

const read = (path: string) => readFileSync(inPackage(path), 'utf8');
const current = (): Document => JSON.parse(read('openapi/openapi.json'));

test('the CHANGELOG names whatever breaks clients of the last release', () => {
  // Written by `npm version`; there is none before the first release.
  const released = 'openapi/released.json';
  const earlier: Document = existsSync(inPackage(released))
    ? JSON.parse(read(released))
    : current();
  const [, latest = ''] = read('CHANGELOG.md').split(/^## /m);
  for (const { subject, change } of findBreaking(earlier, current()))
    expect(latest, `${subject} ${change}: say so in the CHANGELOG`).toContain(`\`${subject}\``);
});

/** What is found when the change is made to the document that there is. */
function breakingAfter(change: (document: Document) => unknown): string[] {
  const later = current();
  change(later);
  return findBreaking(current(), later).map((it) => `${it.subject} ${it.change}`);
}

function schema(document: Document, name: string) {
  const found = document.components.schemas[name];
  if (found === undefined) throw new Error(name);
  const { properties = {}, required = [], enum: values = [] } = found;
  return { properties, required, enum: values };
}

function operation(document: Document, path: string, method = 'get') {
  const found = document.paths[path]?.[method];
  if (found === undefined) throw new Error(path);
  return found;
}

test('what is added breaks nobody', () => {
  expect(breakingAfter(() => undefined)).toEqual([]);
  expect(
    breakingAfter((it) => {
      schema(it, 'QuoteKind').enum.push('rumoured');
      schema(it, 'Quote').properties.mood = { type: 'string' };
      schema(it, 'Quote').required.push('mood');
      operation(it, '/v1/quotes').parameters?.push({
        name: 'mood',
        in: 'query',
        schema: { type: 'string' },
      });
      it.paths['/v1/moods'] = { get: { operationId: 'listMoods', responses: {} } };
    }),
  ).toEqual([]);
});

test.each<[expected: string, change: (document: Document) => unknown]>([
  ['GET /v1/quotes is gone', (it) => delete it.paths['/v1/quotes']],
  [
    'GET /v1/quotes is findQuotes now, no longer listQuotes',
    (it) => Object.assign(operation(it, '/v1/quotes'), { operationId: 'findQuotes' }),
  ],
  [
    'GET /v1/quotes/{quote} no longer takes quote (path)',
    (it) => operation(it, '/v1/quotes/{quote}').parameters?.pop(),
  ],
  [
    'GET /v1/quotes/{quote} requires lang (query)',
    (it) =>
      operation(it, '/v1/quotes/{quote}').parameters?.push({
        name: 'lang',
        in: 'query',
        required: true,
        schema: { type: 'string' },
      }),
  ],
  [
    'GET /v1/quotes/{quote} no longer answers 404 as application/problem+json',
    (it) => delete operation(it, '/v1/quotes/{quote}').responses['404'],
  ],
  [
    'GET /v1/quotes/{quote} 200 is Event now, no longer Quote',
    (it) => {
      const { responses } = operation(it, '/v1/quotes/{quote}');
      const content = { 'application/json': { schema: { $ref: '#/components/schemas/Event' } } };
      responses['200'] = { content };
    },
  ],
  ['Quote.text is gone', (it) => delete schema(it, 'Quote').properties.text],
  [
    'Quote.text may be missing',
    (it) => schema(it, 'Quote').required.splice(schema(it, 'Quote').required.indexOf('text'), 1),
  ],
  [
    'Quote.text is null|string now, no longer string',
    (it) => Object.assign(schema(it, 'Quote').properties.text ?? {}, { type: ['string', 'null'] }),
  ],
  ['QuoteKind no longer has the value mixed', (it) => schema(it, 'QuoteKind').enum.pop()],
  [
    'VerificationRequest.lines is required',
    (it) => {
      schema(it, 'VerificationRequest').properties.lines = { type: 'boolean' };
      schema(it, 'VerificationRequest').required.push('lines');
    },
  ],
  [
    'GET /v1/search q (query) has to have a maxLength of 100',
    (it) => {
      const q = operation(it, '/v1/search').parameters?.find((p) => 'name' in p && p.name === 'q');
      if (q && 'schema' in q) q.schema.maxLength = 100;
    },
  ],
])('it tells that %s', (expected, change) => {
  expect(breakingAfter(change)).toContain(expected);
});
