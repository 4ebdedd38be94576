import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { pageLinks } from '../http/links.ts';
import {
  CountMode,
  Facets,
  facetNames,
  facetsParameter,
  type ListQuery,
  nextCursor,
  PageInfo,
  pageParameters,
  readListRequest,
  searchParameter,
  writePage,
} from '../http/listing.ts';
import { problems, success } from '../http/responses.ts';
import { createTurns } from '../http/turns.ts';
import { object, ref } from '../model/schema.ts';
import { Ranking, SearchHit } from '../model/search.ts';
import { articleParameter } from '../resource/filters.ts';
import type { FactType } from '../resource/resource.ts';
import type { Queries } from '../store/connection.ts';
import type { Store } from '../store/open.ts';
import {
  countFacts,
  countMatching,
  countSearched,
  type SearchRequest,
  selectMatches,
} from '../store/search.ts';
import { parseQuery } from '../text/query.ts';
import { type FoundFact, type Hit, readFact, toHit } from './hits.ts';
import { compare, rank } from './rank.ts';

/** So many facts are ranked at most: with more, a common word would cost as much as all of its facts. */
const mostRanked = 2000;

const SearchFacet = facetNames(SearchHit, ['type', 'article']);

const SearchPage = object('SearchPage', 'A page of hits, best first.', {
  data: Type.Array(ref(SearchHit), { description: 'The hits.' }),
  page: ref(PageInfo),
  facets: Type.Unsafe({
    oneOf: [ref(Facets), { type: 'null' }],
    description: 'Counts by value among the ranked hits; null unless asked for.',
  }),
  ranking: ref(Ranking),
});

/** The schemas of the route; all their components have to be known to the server. */
export const searchSchemas: TSchema[] = [SearchPage, SearchFacet, CountMode];

export const searchTag = {
  name: 'Search',
  description: 'Any fact by its words, whatever its type, best first.',
};

/** GET /v1/search */
export function registerSearch(
  app: FastifyInstance,
  factTypes: readonly FactType[],
  store: Store,
): void {
  const parameters: Record<string, TSchema> = {
    q: searchParameter('limit*'),
    type: Type.Optional(
      Type.Array(Type.Unsafe<string>({ $ref: 'FactType#' }), {
        minItems: 1,
        maxItems: factTypes.length,
        description:
          'Only facts of these types. Repeat the parameter, or separate by commas, for any of several.',
        examples: [['quote', 'event']],
      }),
    ),
    article: Type.Optional(articleParameter()),
    ...pageParameters(),
    facets: Type.Optional(facetsParameter(SearchFacet, 'type')),
  };
  const turns = createTurns();
  app.get<{ Querystring: ListQuery }>(
    '/v1/search',
    {
      schema: {
        operationId: 'searchFacts',
        tags: [searchTag.name],
        summary: 'Search facts',
        description:
          'Every fact that has all the words looked for, in its name, title, label, text, translation, description, aliases or the phrases that mention it, in any language: best first. At most 2,000 are ranked; `ranking` says whether there are more.',
        querystring: Type.Object(parameters, { additionalProperties: false }),
        response: {
          ...success(SearchPage, 'A page of hits.'),
          ...problems('invalid-parameter'),
        },
      },
    },
    async ({ query, url }, reply) => {
      const request = readListRequest('search', query, { score: { columns: ['score', 'type'] } });
      const filters = Object.fromEntries(request.filters) as Record<string, string[] | undefined>;
      const asked: SearchRequest = {
        phrases: parseQuery(request.q ?? ''),
        tables: factTypes.map((it) => it.name),
        types: factTypes.filter((it) => filters.type?.includes(it.singular)).map((it) => it.name),
        articles: filters.article ?? [],
      };
      const found = await store.read(async (queries) => {
        const ranked = await findRanked(queries, asked);
        const rest = ranked.hits.slice(placeBehind(ranked.hits, request.after));
        const shown = rest.slice(0, request.limit);
        const last = shown.at(-1);
        const facts: FoundFact[] = [];
        for (const hit of shown) facts.push(await readFact(queries, factTypes, hit));
        return {
          ...ranked,
          facts,
          next: last && rest.length > shown.length ? [last.score, last.type, last.fact] : null,
          total: request.counted ? await countFacts(queries, asked) : null,
        };
      });
      const documents: string[] = [];
      const pause = turns.begin();
      for (const fact of found.facts) {
        await pause();
        documents.push(JSON.stringify(toHit(fact, asked.phrases)));
      }
      const facets =
        request.facets.length === 0 ? null : countFacets(request.facets, found.hits, factTypes);
      const next = nextCursor(request, found);
      const ranking = { considered: found.hits.length, complete: found.complete };
      return reply
        .header('link', pageLinks(url, next))
        .type('application/json; charset=utf-8')
        .send(writePage(request, { ...found, documents, facets }, next, { ranking }));
    },
  );
}

async function findRanked(queries: Queries, request: SearchRequest) {
  const found = await selectMatches(queries, request, mostRanked + 1);
  const frequencies = [];
  for (const phrase of request.phrases) {
    frequencies.push({ phrase, facts: await countMatching(queries, [phrase], [], mostRanked) });
  }
  const hits = rank(found.slice(0, mostRanked), frequencies, await countSearched(queries));
  return { hits, complete: found.length <= mostRanked };
}

/** How many hits stand before and at that position: where the next page begins. */
function placeBehind(hits: readonly Hit[], after: readonly unknown[] | null): number {
  if (after === null) return 0;
  const [score, type, fact] = after as [number, string, string];
  const place = hits.findIndex(
    (hit) => (score - hit.score || compare(hit.type, type) || compare(hit.fact, fact)) > 0,
  );
  return place === -1 ? hits.length : place;
}

function countFacets(
  names: readonly string[],
  hits: readonly Hit[],
  factTypes: readonly FactType[],
) {
  const singular = new Map(factTypes.map((it) => [it.name, it.singular]));
  const values: Record<string, (hit: Hit) => string | null> = {
    type: ({ type }) => singular.get(type) ?? null,
    article: (hit) => hit.article,
  };
  return Object.fromEntries(
    names.map((name) => {
      const counts = new Map<string, number>();
      for (const hit of hits) {
        const value = values[name]?.(hit) ?? null;
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const counted = Array.from(counts, ([value, count]) => ({ value, count }));
      counted.sort((left, right) => right.count - left.count || compare(left.value, right.value));
      return [name, counted.slice(0, 100)];
    }),
  );
}
