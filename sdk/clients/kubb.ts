import { type RequestConfig, type ResponseConfig, setConfig } from './client/.kubb/fetch.js';
import {
  type Event,
  type EventStatus,
  exportQuotesCsv,
  exportQuotesNdjson,
  type GetQuote404,
  getEvent,
  getQuote,
  getStatistic,
  listEvents,
  listQuotes,
  searchFacts,
} from './client/index.js';

setConfig({ baseURL: process.env.ADDRESS ?? '' });

/** Its own client reads every answer as JSON. */
async function readText<Data>({ url, params }: RequestConfig): Promise<ResponseConfig<Data>> {
  const query = new URLSearchParams(params as Record<string, string>);
  const answer = await fetch(`${process.env.ADDRESS}${url}?${query}`);
  const { status, statusText, headers } = answer;
  return { data: (await answer.text()) as Data, status, statusText, headers };
}

const { data: quotes } = await listQuotes({
  params: { kind: ['direct', 'indirect'], speaker: ['china', 'xi-jinping'] },
});

const walked: string[] = [];
let cursor: string | null = null;
do {
  const params: { limit: number; cursor?: string } =
    cursor === null ? { limit: 20 } : { limit: 20, cursor };
  const { data: page } = await listEvents({ params });
  walked.push(...page.data.map(({ id }) => id));
  cursor = page.page.next;
} while (cursor !== null);

const { data: event } = await getEvent({ event: 'putin-harbin-visit-2024' });
const { data: statistic } = await getStatistic({
  statistic: 'share-of-china-russia-settlements-suspended-march-2024',
});
const missing = await getQuote({ quote: 'no-such-quote' });
if (missing.status !== 404) throw new Error(`${missing.status} is no 404`);
// Its fetch client types every answer as a success.
const { type, title, status, detail, errors } = missing.data as unknown as GetQuote404;
const { data: hits } = await searchFacts({
  params: { q: 'harbin', type: ['event', 'place'], limit: 5 },
});
const { data: csv } = await exportQuotesCsv({ params: { kind: ['direct'] } }, { client: readText });
const { data: ndjson } = await exportQuotesNdjson(
  { params: { kind: ['direct'] } },
  { client: readText },
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
