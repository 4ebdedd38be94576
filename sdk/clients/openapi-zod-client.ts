import { isErrorFromAlias } from '@zodios/core';
import type { z } from 'zod';
import { createApiClient, type schemas } from './client/api.js';

type Event = z.infer<typeof schemas.Event>;
type EventStatus = z.infer<typeof schemas.EventStatus>;

const api = createApiClient(process.env.ADDRESS ?? '', {
  // Several values as repeated keys.
  axiosConfig: { paramsSerializer: { indexes: null } },
});

const quotes = await api.listQuotes({
  queries: { kind: ['direct', 'indirect'], speaker: ['china', 'xi-jinping'] },
});

const walked: string[] = [];
let cursor: string | null = null;
do {
  const queries: { limit: number; cursor?: string } =
    cursor === null ? { limit: 20 } : { limit: 20, cursor };
  const { data, page } = await api.listEvents({ queries });
  walked.push(...data.map(({ id }) => id));
  cursor = page.next;
} while (cursor !== null);

const event = await api.getEvent({ params: { event: 'putin-harbin-visit-2024' } });
const statistic = await api.getStatistic({
  params: { statistic: 'share-of-china-russia-settlements-suspended-march-2024' },
});

async function missingQuote() {
  try {
    await api.getQuote({ params: { quote: 'no-such-quote' } });
  } catch (error) {
    if (isErrorFromAlias(api.api, 'getQuote', error) && error.response.status === 404)
      return error.response.data;
    throw error;
  }
  throw new Error('no error');
}

const { type, title, status, detail, errors } = await missingQuote();
const hits = await api.searchFacts({
  queries: { q: 'harbin', type: ['event', 'place'], limit: 5 },
});
// Its own methods check every answer as JSON.
const exported = async (form: string): Promise<string> => {
  const { data } = await api.axios.get<ArrayBuffer>(`/v1/exports/quotes.${form}`, {
    baseURL: process.env.ADDRESS ?? '',
    params: { kind: ['direct'] },
    paramsSerializer: { indexes: null },
    responseType: 'arraybuffer',
  });
  return Buffer.from(data).toString();
};
const csv = await exported('csv');
const ndjson = await exported('ndjson');

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
