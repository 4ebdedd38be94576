import {
  ApiError,
  type Event,
  type EventStatus,
  EventsService,
  ExportsService,
  OpenAPI,
  type Problem,
  QuotesService,
  SearchService,
  StatisticsService,
} from './client/index.js';

OpenAPI.BASE = process.env.ADDRESS ?? '';

const quotes = await QuotesService.listQuotes({
  kind: ['direct', 'indirect'],
  speaker: ['china', 'xi-jinping'],
});

const walked: string[] = [];
let cursor: string | null = null;
do {
  const { data, page } = await EventsService.listEvents(
    cursor === null ? { limit: 20 } : { limit: 20, cursor },
  );
  walked.push(...data.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const event = await EventsService.getEvent({ event: 'putin-harbin-visit-2024' });
const statistic = await StatisticsService.getStatistic({
  statistic: 'share-of-china-russia-settlements-suspended-march-2024',
});

/** The problem that the answer is; its error has any body. */
async function problemOf(asked: Promise<unknown>): Promise<Problem> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof ApiError) return error.body;
    throw error;
  }
  throw new Error('no error');
}

const { type, title, status, detail, errors } = await problemOf(
  QuotesService.getQuote({ quote: 'no-such-quote' }),
);
const hits = await SearchService.searchFacts({ q: 'harbin', type: ['event', 'place'], limit: 5 });
const csv = await ExportsService.exportQuotesCsv({ kind: ['direct'] });
const ndjson = await ExportsService.exportQuotesNdjson({ kind: ['direct'] });

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
