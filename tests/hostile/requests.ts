import fc from 'fast-check';
import type { OpenApi } from '../support/openapi.ts';
import { type QueryParameter, rightValues, type Schema, waysToBeWrong } from './parameters.ts';

/** A request for reading, and which parameter of it is at fault. */
export interface Request {
  url: string;
  /** Null where nothing is. */
  fault: { name: string; how: string } | null;
}

export interface Reading {
  path: string;
  parameters: QueryParameter[];
}

/** What can be read, with ids that the content has. */
export function readingsOf(document: OpenApi, ids: Record<string, string>): Reading[] {
  return Object.entries(document.paths).flatMap(([template, operations]) => {
    const { get } = operations;
    if (get === undefined || template.endsWith('.sqlite')) return [];
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
    const parameters = (get.parameters ?? [])
      .filter((it) => it.in === 'query')
      .map(({ name, schema }) => ({ name, schema: schema as Schema }));
    return [{ path, parameters }];
  });
}

/** Each parameter of each operation, wrong in each of the ways. */
export function wrongRequests(document: OpenApi, readings: Reading[]): fc.Arbitrary<Request>[] {
  return readings.flatMap(({ path, parameters }) => {
    const known = new Set(parameters.map(({ name }) => name));
    const needed = path === '/v1/search' ? 'q=a&' : '';
    const wrong = (name: string, how: string, values: fc.Arbitrary<string>) =>
      values.map((value) => ({
        url: `${path}?${name === 'q' ? '' : needed}${encodeURIComponent(name)}=${value}`,
        fault: { name, how },
      }));
    const unknown = fc
      .oneof(
        fc.stringMatching(/^[a-zA-Z_]{1,12}$/),
        fc.constantFrom('__proto__', 'constructor', 'page', 'fields'),
      )
      .filter((it) => !known.has(it));
    return [
      unknown.map((name) => ({
        url: `${path}?${needed}${encodeURIComponent(name)}=1`,
        fault: { name, how: 'is unknown' },
      })),
      ...parameters.flatMap(({ name, schema }) => [
        ...(name === 'not' || name === 'cursor' ? [] : waysToBeWrong(document, schema)).map(
          ([how, values]) => wrong(name, how, values),
        ),
        ...(schema.type === 'array' || name === 'q' || name === 'cursor'
          ? []
          : [
              rightValues(document, schema).map((value) => ({
                url: `${path}?${needed}${name}=${encodeURIComponent(value)}&${name}=${encodeURIComponent(value)}`,
                fault: { name, how: 'is given twice' },
              })),
            ]),
      ]),
    ];
  });
}

/** Some parameters of the operation, each right, and in order where they are a range. */
export function rightRequests(
  document: OpenApi,
  { path, parameters }: Reading,
): fc.Arbitrary<Request> {
  const usable = parameters.filter(({ name }) => name !== 'cursor' && name !== 'not');
  const late = ['to', 'max', 'end'];
  const chosen = fc.subarray(usable.filter(({ name }) => !late.includes(name) && name !== 'q'));
  const q = usable.find(({ name }) => name === 'q');
  const withWords =
    q === undefined
      ? chosen
      : fc
          .boolean()
          .chain((has) => chosen.map((it) => (has || path === '/v1/search' ? [q, ...it] : it)));
  return withWords.chain((those) =>
    fc.tuple(...those.map(({ schema }) => rightValues(document, schema))).map((values) => ({
      url: `${path}?${those.map(({ name }, index) => `${name}=${encodeURIComponent(values[index] ?? '')}`).join('&')}`,
      fault: null,
    })),
  );
}
