import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { pageLinks } from '../http/links.ts';
import {
  CountMode,
  Facets,
  facetNames,
  facetsParameter,
  joinItems,
  type ListQuery,
  PageInfo,
  pageParameters,
  readListRequest,
  searchParameter,
  writePage,
} from '../http/listing.ts';
import { notParameter } from '../http/negation.ts';
import { problems, success } from '../http/responses.ts';
import { createTurns } from '../http/turns.ts';
import { object, ref } from '../model/schema.ts';
import { Ranking, SearchHit } from '../model/search.ts';
import { askPage } from '../resource/ask.ts';
import { article, articleParameter } from '../resource/filters.ts';
import { findHint } from '../resource/hints.ts';
import type { FactType } from '../resource/resource.ts';
import type { Store } from '../store/store.ts';
import { parseQuery } from '../text/query.ts';
import { toHit } from './hits.ts';

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
        maxItems: factTypes.length,
        description: 'Only facts of these types.',
        examples: [['quote', 'event']],
      }),
    ),
    article: Type.Optional(articleParameter()),
    not: notParameter(['type', 'article'], 'type:quote'),
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
          ...problems('invalid-parameter', 'cursor-gone', 'unavailable'),
        },
      },
    },
    async ({ query, url }, reply) => {
      const request = readListRequest('search', query, { score: { columns: ['score', 'type'] } });
      const filters = Object.fromEntries(request.filters) as Record<string, string[] | undefined>;
      const not = Object.fromEntries(request.not) as Record<string, string[] | undefined>;
      const phrases = parseQuery(request.q ?? '');
      const { limit, counted, facets } = request;
      const { found, next } = await askPage(store, 'search', request, {
        phrases,
        types: factTypes
          .filter(({ singular }) => filters.type?.includes(singular) ?? true)
          .filter(({ singular }) => !not.type?.includes(singular))
          .map(({ name, singular, sharing }) => ({
            table: name,
            factType: singular,
            shared: sharing !== undefined,
          })),
        articles: filters.article ?? [],
        withoutArticles: not.article ?? [],
        limit,
        counted,
        facets: facets as ('type' | 'article')[],
      });
      const hits: SearchHit[] = [];
      const pause = turns.begin();
      for (const hit of found.hits) {
        await pause();
        hits.push(toHit(hit, factTypes, phrases));
      }
      const isEmpty = hits.length === 0;
      const hint = await findHint(store, { article: article('states') }, request, isEmpty);
      const ranking = { considered: found.considered, complete: found.complete };
      return reply
        .header('link', pageLinks(url, next))
        .type('application/json; charset=utf-8')
        .send(writePage(request, { ...found, hint, data: joinItems(hits) }, next, { ranking }));
    },
  );
}
