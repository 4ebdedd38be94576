import { createClient, type NormalizeOAS, type OASModel } from 'fets';
import type openapi from './client/openapi.js';

type Whole = typeof openapi;
type Asked =
  | '/v1/quotes'
  | '/v1/quotes/{quote}'
  | '/v1/events'
  | '/v1/events/{event}'
  | '/v1/statistics/{statistic}'
  | '/v1/search'
  | '/v1/exports/quotes.csv'
  | '/v1/exports/quotes.ndjson';
/** All paths at once are too deep for the compiler. */
type Document = NormalizeOAS<{
  openapi: '3.1.0';
  components: Whole['components'];
  paths: Pick<Whole['paths'], Asked>;
}>;
type Event = OASModel<Document, 'Event'>;
type EventStatus = OASModel<Document, 'EventStatus'>;

const client = createClient<Document>({
  endpoint: `http://${process.env.ADDRESS?.replace('http://', '')}`,
});

const listed = await client['/v1/quotes'].get({
  query: { kind: ['direct', 'indirect'], speaker: ['china', 'xi-jinping'] },
});
if (!listed.ok) throw new Error(`${listed.status}`);
const quotes = await listed.json();

const walked: string[] = [];
let cursor: unknown = null;
do {
  const query: { limit: number; cursor?: string } =
    typeof cursor === 'string' ? { limit: 20, cursor } : { limit: 20 };
  const answer = await client['/v1/events'].get({ query });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { data, page } = await answer.json();
  walked.push(...data.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const found = await client['/v1/events/{event}'].get({
  params: { event: 'putin-harbin-visit-2024' },
});
if (!found.ok) throw new Error(`${found.status}`);
const event = await found.json();
const figure = await client['/v1/statistics/{statistic}'].get({
  params: { statistic: 'share-of-china-russia-settlements-suspended-march-2024' },
});
if (!figure.ok) throw new Error(`${figure.status}`);
const statistic = await figure.json();
const missing = await client['/v1/quotes/{quote}'].get({ params: { quote: 'no-such-quote' } });
if (missing.status !== 404) throw new Error(`${missing.status} is no 404`);
const { type, title, status, detail, errors } = await missing.json();
const searched = await client['/v1/search'].get({
  query: { q: 'harbin', type: ['event', 'place'], limit: 5 },
});
if (!searched.ok) throw new Error(`${searched.status}`);
const hits = await searched.json();
const csv = await client['/v1/exports/quotes.csv'].get({ query: { kind: ['direct'] } });
const ndjson = await client['/v1/exports/quotes.ndjson'].get({ query: { kind: ['direct'] } });

const expected: EventStatus = 'expected';
// @ts-expect-error it is not in the list
export const unknown: EventStatus = 'finished';
// @ts-expect-error the date may be null
export const lost = (it: Event) => it.date.earliest;

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
    csv: await csv.text(),
    ndjson: await ndjson.text(),
  }),
);
