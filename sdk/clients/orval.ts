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
} from './client/api.js';

/** The data of a 200; an error is thrown. */
async function dataOf<Answer extends { status: number; data: unknown }>(
  asked: Promise<Answer>,
): Promise<Extract<Answer, { status: 200 }>['data']> {
  const answer = await asked;
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
  return answer.data;
}

const quotes = await dataOf(
  listQuotes({ kind: ['direct', 'indirect'], speaker: ['china', 'xi-jinping'] }),
);

const walked: string[] = [];
let cursor: string | null = null;
do {
  const query: { limit: number; cursor?: string } =
    cursor === null ? { limit: 20 } : { limit: 20, cursor };
  const { data, page } = await dataOf(listEvents(query));
  walked.push(...data.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const event = await dataOf(getEvent('putin-harbin-visit-2024'));
const statistic = await dataOf(
  getStatistic('share-of-china-russia-settlements-suspended-march-2024'),
);
const missing = await getQuote('no-such-quote');
if (missing.status !== 404) throw new Error(`${missing.status} is no 404`);
const { type, title, status, detail, errors } = missing.data;
const hits = await dataOf(searchFacts({ q: 'harbin', type: ['event', 'place'], limit: 5 }));
const csv = await dataOf(exportQuotesCsv({ kind: ['direct'] }));
const lines = await exportQuotesNdjson({ kind: ['direct'] });
if (lines.status !== 200) throw new Error(JSON.stringify(lines.data));

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
    ndjson: await lines.stream.text(),
  }),
);
