import { client } from './client/client.gen.js';
import {
  type Event,
  type EventStatus,
  exportQuotesCsv,
  exportQuotesNdjson,
  getEvent,
  getQuote,
  getStatistic,
  listEvents,
  listQuotes,
  searchFacts,
} from './client/index.js';
import { zEvent, zQuotePage } from './client/zod.gen.js';

client.setConfig({ baseUrl: process.env.ADDRESS ?? '' });
const throwOnError = true;

const { data: quotes } = await listQuotes({
  query: { kind: ['direct', 'indirect'], speaker: ['china', 'xi-jinping'] },
  throwOnError,
});
zQuotePage.parse(quotes);

const walked: string[] = [];
let cursor: string | null = null;
do {
  const query: { limit: number; cursor?: string } =
    cursor === null ? { limit: 20 } : { limit: 20, cursor };
  const { data: page } = await listEvents({ query, throwOnError });
  walked.push(...page.data.map(({ id }) => id));
  cursor = page.page.next;
} while (cursor !== null);

const { data: event } = await getEvent({
  path: { event: 'putin-harbin-visit-2024' },
  throwOnError,
});
zEvent.parse(event);
const { data: statistic } = await getStatistic({
  path: { statistic: 'share-of-china-russia-settlements-suspended-march-2024' },
  throwOnError,
});
const { error } = await getQuote({ path: { quote: 'no-such-quote' } });
if (error === undefined) throw new Error('no error');
const { type, title, status, detail, errors } = error;
const { data: hits } = await searchFacts({
  query: { q: 'harbin', type: ['event', 'place'], limit: 5 },
  throwOnError,
});
const { data: csv } = await exportQuotesCsv({
  query: { kind: ['direct'] },
  parseAs: 'blob',
  throwOnError,
});
const { data: ndjson } = await exportQuotesNdjson({ query: { kind: ['direct'] }, throwOnError });

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
    csv: await csv.text(),
    ndjson: await ndjson.text(),
  }),
);
