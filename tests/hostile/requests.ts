import fc from 'fast-check';
import type { OpenApi } from '../support/openapi.ts';
import {
  type QueryParameter,
  resolve,
  rightValues,
  type Schema,
  waysToBeWrong,
} from './parameters.ts';

/** A request for reading, and which parameter of it is at fault. */
export interface Request {
  url: string;
  /** Null where nothing is. */
  fault: { name: string; how: string } | null;
}

export interface Reading {
  path: string;
  /** What stands in every query of it. */
  always: string;
  parameters: QueryParameter[];
  /** Filters that there are for others, and not here. */
  foreign: readonly string[];
}

/** What can be read, with ids that the content has. */
export function readingsOf(document: OpenApi, ids: Record<string, string>): Reading[] {
  return Object.entries(document.paths).flatMap(([template, { get }]) => {
    if (get === undefined || template.endsWith('.sqlite')) return [];
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
    const parameters = queryOf(document, template);
    if (path === '/v1/timeline') return timelinesOf(document, parameters);
    const always = path === '/v1/search' ? 'q=a&' : '';
    return [{ path, always, parameters, foreign: [] }];
  });
}

function queryOf(document: OpenApi, path: string): QueryParameter[] {
  return (document.paths[path]?.get?.parameters ?? [])
    .filter((it) => it.in === 'query')
    .map(({ name, schema }) => ({ name, schema: schema as Schema }));
}

/** One for each type of facts: it has the filters of their list, with the values that they take there. */
function timelinesOf(document: OpenApi, all: QueryParameter[]): Reading[] {
  const type = all.find(({ name }) => name === 'type')?.schema ?? {};
  return (resolve(document, type).enum ?? []).map((it) => {
    const ofList = new Map(queryOf(document, `/v1/${it}s`).map((own) => [own.name, own]));
    return {
      path: '/v1/timeline',
      always: `type=${it}&`,
      parameters: all.flatMap((own) =>
        own.name === 'interval' ? own : (ofList.get(own.name) ?? []),
      ),
      foreign: all
        .map(({ name }) => name)
        .filter((name) => !ofList.has(name) && !['type', 'interval'].includes(name)),
    };
  });
}

/** What says how a list is given, and not which items are in it. */
const ofTheForm = [
  'q',
  'bom',
  'not',
  'sort',
  'order',
  'limit',
  'cursor',
  'facets',
  'count',
  'interval',
];

/** The filters of a list that `not` can name. */
function negatable(path: string, parameters: QueryParameter[]): QueryParameter[] {
  const narrower = path.endsWith('/connections') ? ['article'] : null;
  return parameters.filter(
    ({ name }) => !ofTheForm.includes(name) && (narrower === null || narrower.includes(name)),
  );
}

/** Negations of one filter, right and wrong ones; in a URL already. */
function negations(document: OpenApi, { path, parameters }: Reading) {
  const filters = negatable(path, parameters);
  const right = fc
    .constantFrom(...filters)
    .chain(({ name, schema }) =>
      rightValues(document, schema).map((value) => `${name}:${encodeURIComponent(value)}`),
    );
  const wrong: [how: string, values: fc.Arbitrary<string>][] = [
    ['names no filter', fc.constantFrom('nothing:x', 'limit:1', 'not:a:b', '__proto__:a', 'q:a')],
    ['has no field', fc.constantFrom('kind', ':', ':x', '', '%00', '%ff', 'a b')],
    ['is too often', right.map((it) => Array(51).fill(it).join('&not='))],
    ...filters.flatMap(({ name, schema }) =>
      waysToBeWrong(document, schema).map(([how, values]): [string, fc.Arbitrary<string>] => [
        `${name} ${how}`,
        values.map((it) => `${name}:${it}`),
      ]),
    ),
  ];
  return { right, wrong };
}

/** Each parameter of each operation, wrong in each of the ways. */
export function wrongRequests(document: OpenApi, readings: Reading[]): fc.Arbitrary<Request>[] {
  return readings.flatMap((reading) => {
    const { path, always: needed, parameters, foreign } = reading;
    const known = new Set(parameters.map(({ name }) => name));
    const wrong = (name: string, how: string, values: fc.Arbitrary<string>) =>
      values.map((value) => ({
        url: `${path}?${name === 'q' ? '' : needed}${encodeURIComponent(name)}=${value}`,
        fault: { name, how },
      }));
    const unknown = fc
      .oneof(
        fc.stringMatching(/^[a-zA-Z_]{1,12}$/),
        fc.constantFrom('__proto__', 'constructor', 'page', 'fields', ...foreign),
      )
      .filter((it) => !known.has(it) && !needed.startsWith(`${it}=`));
    // Forged cursors are a test of their own.
    const waysOf = (name: string, schema: Schema) => {
      if (name === 'cursor') return [];
      return name === 'not' ? negations(document, reading).wrong : waysToBeWrong(document, schema);
    };
    return [
      unknown.map((name) => ({
        url: `${path}?${needed}${encodeURIComponent(name)}=1`,
        fault: { name, how: 'is unknown' },
      })),
      ...foreign.map((name) => wrong(name, 'is of another type', fc.constant('a'))),
      ...parameters.flatMap(({ name, schema }) => [
        ...waysOf(name, schema).map(([how, values]) => wrong(name, how, values)),
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
export function rightRequests(document: OpenApi, reading: Reading): fc.Arbitrary<Request> {
  const { path, always, parameters } = reading;
  const valuesOf = ({ name, schema }: QueryParameter) =>
    name === 'not'
      ? negations(document, reading).right
      : rightValues(document, schema).map(encodeURIComponent);
  const usable = parameters.filter(({ name }) => name !== 'cursor');
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
    fc.tuple(...those.map(valuesOf)).map((values) => ({
      url: `${path}?${path === '/v1/search' ? '' : always}${those.map(({ name }, index) => `${name}=${values[index]}`).join('&')}`,
      fault: null,
    })),
  );
}
