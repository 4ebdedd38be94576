import createClient from 'openapi-fetch';
import type { components, paths } from './client/api.js';

type Event = components['schemas']['Event'];
type EventStatus = components['schemas']['EventStatus'];

const client = createClient<paths>({ baseUrl: process.env.ADDRESS ?? '' });

/** The data of an answer; an error is thrown. */
async function dataOf<Data>(answer: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await answer;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

const quotes = await dataOf(
  client.GET('/v1/quotes', {
    params: { query: { kind: ['direct', 'indirect'], speaker: ['china', 'xi-jinping'] } },
  }),
);

const walked: string[] = [];
let cursor: string | null = null;
do {
  const query: { limit: number; cursor?: string } =
    cursor === null ? { limit: 20 } : { limit: 20, cursor };
  const { data, page } = await dataOf(client.GET('/v1/events', { params: { query } }));
  walked.push(...data.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const event = await dataOf(
  client.GET('/v1/events/{event}', { params: { path: { event: 'putin-harbin-visit-2024' } } }),
);
const statistic = await dataOf(
  client.GET('/v1/statistics/{statistic}', {
    params: { path: { statistic: 'share-of-china-russia-settlements-suspended-march-2024' } },
  }),
);
const { error } = await client.GET('/v1/quotes/{quote}', {
  params: { path: { quote: 'no-such-quote' } },
});
if (error === undefined) throw new Error('no error');
const { type, title, status, detail, errors } = error;
const hits = await dataOf(
  client.GET('/v1/search', {
    params: { query: { q: 'harbin', type: ['event', 'place'], limit: 5 } },
  }),
);
const csv = await dataOf(
  client.GET('/v1/exports/quotes.csv', {
    params: { query: { kind: ['direct'] } },
    parseAs: 'text',
  }),
);
const ndjson = await dataOf(
  client.GET('/v1/exports/quotes.ndjson', {
    params: { query: { kind: ['direct'] } },
    parseAs: 'text',
  }),
);

const expected: EventStatus = 'expected';
// @ts-expect-error it is not in the list
export const unknown: EventStatus = 'finished';
// @ts-expect-error the date may be null
export const lost = (it: Event): string | null => it.date.earliest;

console.log(
  JSON.stringify({
    quotes: quotes.data,
    walked,
    event,
    isExpected: event.status === expected,
    hasDate: event.date !== null,
    statistic,
    earliest: statistic.period?.earliest,
    problem: { type, title, status, detail, errors },
    hits: hits.data,
    csv,
    ndjson,
  }),
);
