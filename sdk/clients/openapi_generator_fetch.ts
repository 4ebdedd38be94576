import {
  Configuration,
  type Event,
  EventStatus,
  EventsApi,
  ExportsApi,
  HitType,
  type Problem,
  ProblemFromJSON,
  QuoteKind,
  QuotesApi,
  ResponseError,
  SearchApi,
  StatisticsApi,
} from './client/index.js';

const configuration = new Configuration({ basePath: process.env.ADDRESS ?? '' });
const events = new EventsApi(configuration);
const quotesApi = new QuotesApi(configuration);
const exportsApi = new ExportsApi(configuration);

const quotes = await quotesApi.listQuotes({
  kind: [QuoteKind.Direct, QuoteKind.Indirect],
  speaker: ['china', 'xi-jinping'],
});

const walked: string[] = [];
let cursor: string | null = null;
do {
  const { data, page } = await events.listEvents(
    cursor === null ? { limit: 20 } : { limit: 20, cursor },
  );
  walked.push(...data.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const event = await events.getEvent({ event: 'putin-harbin-visit-2024' });
const statistic = await new StatisticsApi(configuration).getStatistic({
  statistic: 'share-of-china-russia-settlements-suspended-march-2024',
});

/** The problem that the answer is. */
async function problemOf(asked: Promise<unknown>): Promise<Problem> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof ResponseError) return ProblemFromJSON(await error.response.json());
    throw error;
  }
  throw new Error('no error');
}

const { type, title, status, detail, errors } = await problemOf(
  quotesApi.getQuote({ quote: 'no-such-quote' }),
);
const hits = await new SearchApi(configuration).searchFacts({
  q: 'harbin',
  type: [HitType.Event, HitType.Place],
  limit: 5,
});
const csv = await exportsApi.exportQuotesCsv({ kind: [QuoteKind.Direct] });
const ndjson = await exportsApi.exportQuotesNdjson({ kind: [QuoteKind.Direct] });

// @ts-expect-error it is not in the list
export const unknown: EventStatus = 'finished';
// @ts-expect-error the date may be null
export const lost = (it: Event): string | null => it.date.earliest;

console.log(
  JSON.stringify({
    quotes: quotes.data,
    walked,
    event,
    isExpected: event.status === EventStatus.Expected,
    hasDate: event.date !== null,
    statistic,
    earliest: statistic.period?.earliest,
    problem: { type, title, status, detail, errors },
    hits: hits.data,
    csv: await csv.text(),
    ndjson: await ndjson.text(),
  }),
);
