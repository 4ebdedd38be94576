/**
 * Sends the server, which has the seed alone, the worst texts that are known for each place where a text from
 * outside meets something that could grow faster than it; and the worst values for each parameter of each
 * operation that needs no key. Prints how long the event loop was held by one request: node bench/slow-texts.ts
 */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { describeRoutes } from '../openapi/describe-routes.ts';
import { buildApp } from '../src/app.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';
import { measureTurn, type Outcome, printOutcomes } from './longest-turn.ts';
import { readOperations } from './operations.ts';

const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
await loadSeeds(store, inPackage('seed'));
const app = await buildApp({
  config: { logLevel: 'silent' },
  store,
  // Much else may run on the machine.
  longestTurnMs: 0,
  beforeRoutes: describeRoutes,
});
await app.ready();

const known: Outcome[] = [];
for (const [place, request] of Object.entries(worstTexts()))
  known.push(await measureTurn(app, place, request));
printOutcomes('The worst texts known', known);

const searched: Outcome[] = [];
for (const url of everyWorstUrl(app)) searched.push(await measureTurn(app, url, { url }));
searched.sort((left, right) => right.processor - left.processor);
printOutcomes(`The worst of ${searched.length} requests without a key`, searched.slice(0, 10));
await app.close();
await store.close();

function worstTexts(): Record<string, InjectOptions> {
  const most = 1024 * 1024 - 100;
  const verify = (text: string): InjectOptions => ({
    method: 'POST',
    url: '/v1/articles/putin-china-visit-2024/verification',
    headers: { 'content-type': 'application/json' },
    payload: `{"text":${JSON.stringify(text.slice(0, most))}}`,
  });
  const raw = (payload: string): InjectOptions => ({
    ...verify(''),
    payload: payload.slice(0, most),
  });
  const search = (q: string): InjectOptions => ({ url: `/v1/search?q=${encodeURIComponent(q)}` });
  return {
    'verification: half a million combining marks, in the wrong order': verify(
      `a${'\u0301'.repeat(most / 4)}${'\u0323'.repeat(most / 4)}`,
    ),
    'verification: runs of 30 marks in the wrong order': verify(
      `a${'\u0301\u0323'.repeat(15)}`.repeat(most / 61),
    ),
    'verification: ligatures that become 18 letters': verify('\uFDFA'.repeat(most / 3)),
    'verification: line ends of every kind': verify('\r\n\r\n\r'.repeat(most / 10)),
    'verification: nothing but line ends': verify('\r'.repeat(most / 2)),
    'verification: characters of four bytes': verify('🌉'.repeat(most / 4)),
    'verification: the seed’s length, ASCII': verify('x'.repeat(3296)),
    'verification: plain words': verify('word '.repeat(most / 5)),
    'body: a million braces': raw('{"text":'.repeat(most / 8)),
    'body: objects within arrays, 1 MiB': raw(
      `{"text":[${'{"text":[0.1]},'.repeat(most / 15 - 2)}0]}`,
    ),
    'body: as many objects and arrays as are looked at': raw(
      `{"text":[${'{"text":[0.12345678901]},'.repeat(most / 25 - 2)}0]}`,
    ),
    'body: as many empty objects as are looked at': raw(
      `{"text":[${`{},${' '.repeat(14)}`.repeat(most / 17 - 2)}0]}`,
    ),
    'body: empty arrays, 1 MiB': raw(`{"text":[${'[],'.repeat(most / 3 - 8)}0]}`),
    'body: empty objects, 1 MiB': raw(`{"text":[${'{},'.repeat(most / 3 - 8)}0]}`),
    'body: numbers that no double has, 1 MiB': raw(
      `{"text":[${'9007199254740993,'.repeat(most / 17 - 2)}0]}`,
    ),
    'body: a string that never ends': raw(`{"text":"${'\\\\'.repeat(most / 2)}`),
    'body: a hundred thousand faults': raw(`{"text":[${'1e9999999,'.repeat(most / 11)}1]}`),
    'body: a hundred thousand fields': raw(
      `{${Array.from({ length: 110_000 }, (_, index) => `"g${index}":1`)}}`,
    ),
    'body: a number of a million digits': raw(`{"text":${'9'.repeat(most - 9)}}`),
    'search: 250 words': search('a '.repeat(250)),
    'search: 120 beginnings of a letter': search(
      Array.from(
        { length: 120 },
        (_, index) => `${String.fromCharCode(97 + (index % 26))}${index}*`,
      )
        .join(' ')
        .slice(0, 490),
    ),
    'search: every letter as a beginning': search(
      Array.from('abcdefghijklmnopqrstuvwxyz', (it) => `${it}*`).join(' '),
    ),
    'search: a phrase of one word, repeated': search(`"${'a '.repeat(240)}"`),
    'search: combining marks': search(`a${'\u0301'.repeat(499)}`),
    'search: ligatures that become 18 letters': search('\uFDFA'.repeat(500)),
    'search: Thai without spaces': search('กขคงจฉชซ'.repeat(62)),
    'search: Khmer without spaces': search('កម្ពុជា'.repeat(71)),
    'search: quotation marks': search('"'.repeat(500)),
    'an unknown parameter of 15 KB': { url: `/v1/quotes?${'x'.repeat(15_000)}=1` },
    '3,700 unknown parameters': {
      url: `/v1/quotes?${Array.from({ length: 3700 }, (_, index) => `p${index}`).join('&')}`,
    },
    'one parameter 3,700 times': { url: `/v1/quotes?${'kind=x&'.repeat(2300)}` },
    'a cursor of 4,096 characters': { url: `/v1/quotes?cursor=${'A'.repeat(4096)}` },
    'If-None-Match of 15 KB': {
      url: '/v1/quotes',
      headers: { 'if-none-match': `${'"a",'.repeat(3700)}"b"` },
    },
    'Accept-Encoding of 15 KB': {
      url: '/v1/quotes',
      headers: { 'accept-encoding': 'br;q=0.5,'.repeat(1600) },
    },
    'Accept of 15 KB': { url: '/', headers: { accept: 'text/html;q=0.5,'.repeat(900) } },
    'Content-Type of 15 KB': {
      ...verify('x'),
      headers: { 'content-type': `application/json${';a=b'.repeat(3700)}` },
    },
    'a path of 15 KB': { url: `/v1/${'a/'.repeat(7000)}` },
  };
}

/** Each parameter with each of the worst values, alone and with all that makes an answer dear. */
function* everyWorstUrl(app: FastifyInstance): Generator<string> {
  const texts = [
    'a*',
    'a',
    'a b c d e f g',
    '"a a"',
    `${'a* '.repeat(160)}`,
    `${'ab '.repeat(160)}`,
    '\uFDFA'.repeat(400),
    'กขคงจฉชซ'.repeat(60),
    `a${'\u0301'.repeat(30)}`.repeat(16),
  ];
  for (const { path, parameters: all } of readOperations(app)) {
    const url = all
      .filter((it) => it.in === 'path')
      .reduce((sofar, it) => sofar.replace(`{${it.name}}`, String(it.examples[0])), path);
    const query = all.filter((it) => it.in === 'query');
    const dear = query.flatMap(({ name, schema }) => {
      if (name === 'facets') return [`facets=${(schema.enum ?? []).join(',')}`];
      if (name === 'count') return ['count=exact'];
      return name === 'limit' ? ['limit=100'] : [];
    });
    const needed = query.some(({ name }) => name === 'q') ? texts : [''];
    for (const q of needed) {
      const words = q === '' ? [] : [`q=${encodeURIComponent(q)}`];
      yield `${url}?${[...words, ...dear].join('&')}`;
      for (const { name, schema, isList, examples } of query) {
        if (['q', 'facets', 'count', 'limit', 'cursor'].includes(name)) continue;
        const values = schema.enum ?? examples;
        const many = isList ? Array(50).fill(values).flat().slice(0, 50) : values;
        yield `${url}?${[...words, ...dear, ...many.map((it) => `${name}=${encodeURIComponent(String(it))}`)].join('&')}`;
      }
    }
  }
}
