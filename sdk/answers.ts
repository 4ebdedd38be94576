type Json = Record<string, unknown>;

/**
 * What every client is asked for, here by plain requests: the answers that theirs are compared with.
 * To try another operation with every generator, add it here and in each file of `clients/`.
 */
export async function plainAnswers(address: string): Promise<Json> {
  const get = async (path: string) => (await (await fetch(`${address}${path}`)).json()) as Json;

  // A list, with parameters of several values.
  const quotes = await get('/v1/quotes?kind=direct&kind=indirect&speaker=china&speaker=xi-jinping');

  // A list, page by page.
  const walked: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page = await get(`/v1/events?limit=20${cursor === null ? '' : `&cursor=${cursor}`}`);
    walked.push(...(page.data as Json[]).map(({ id }) => id));
    cursor = (page.page as { next: string | null }).next;
  } while (cursor !== null);

  // Items with an enum, a date, an object and a number that may be null.
  const event = await get('/v1/events/putin-harbin-visit-2024');
  const statistic = await get(
    '/v1/statistics/share-of-china-russia-settlements-suspended-march-2024',
  );

  // An error, in its own type.
  const { type, title, status, detail, errors } = await get('/v1/quotes/no-such-quote');

  // Full-text search.
  const hits = await get('/v1/search?q=harbin&type=event&type=place&limit=5');

  // Texts that are no JSON, which a client must not read as such.
  const read = async (path: string) => (await fetch(`${address}${path}`)).text();
  const csv = await read('/v1/exports/quotes.csv?kind=direct');
  const ndjson = await read('/v1/exports/quotes.ndjson?kind=direct');

  return {
    quotes: quotes.data,
    walked,
    event,
    isExpected: event.status === 'expected',
    hasDate: event.date !== null,
    statistic,
    earliest: (statistic.period as Json).earliest,
    problem: { type, title, status, detail, errors },
    hits: hits.data,
    csv,
    ndjson,
  };
}
