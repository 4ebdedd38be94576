import {
  Api,
  type Event,
  EventStatus,
  HitType,
  type HttpResponse,
  type Problem,
  QuoteKind,
} from './client/api.js';

const { v1 } = new Api({ baseUrl: process.env.ADDRESS ?? '' });

const quotes = await v1.listQuotes({
  kind: [QuoteKind.Direct, QuoteKind.Indirect],
  speaker: ['china', 'xi-jinping'],
});

const walked: string[] = [];
let cursor: string | null = null;
do {
  const query: { limit: number; cursor?: string } =
    cursor === null ? { limit: 20 } : { limit: 20, cursor };
  const { data: items, page } = (await v1.listEvents(query)).data;
  walked.push(...items.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const event = (await v1.getEvent('putin-harbin-visit-2024')).data;
const statistic = (await v1.getStatistic('share-of-china-russia-settlements-suspended-march-2024'))
  .data;

/** The problem that the answer is. */
async function problemOf<Data>(asked: Promise<HttpResponse<Data, Problem>>): Promise<Problem> {
  const { error } = await asked.catch((answer: HttpResponse<Data, Problem>) => answer);
  return error;
}

const { type, title, status, detail, errors } = await problemOf(v1.getQuote('no-such-quote'));
const hits = await v1.searchFacts({ q: 'harbin', type: [HitType.Event, HitType.Place], limit: 5 });
const csv = await v1.exportQuotesCsv({ kind: [QuoteKind.Direct] });
const ndjson = await v1.exportQuotesNdjson({ kind: [QuoteKind.Direct] });

// @ts-expect-error it is not in the list
export const unknown: EventStatus = 'finished';
// @ts-expect-error the date may be null
export const lost = (it: Event): string | null => it.date.earliest;

console.log(
  JSON.stringify({
    quotes: quotes.data.data,
    walked,
    event,
    isExpected: event.status === EventStatus.Expected,
    hasDate: event.date !== null,
    statistic,
    earliest: statistic.period?.earliest,
    problem: { type, title, status, detail, errors },
    hits: hits.data.data,
    csv: await csv.text(),
    ndjson: await ndjson.text(),
  }),
);
