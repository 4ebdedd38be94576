import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { getContent } from '../http/content-route.ts';
import { pageLinks } from '../http/links.ts';
import {
  CountMode,
  Facets,
  facetNames,
  facetsParameter,
  PageInfo,
  pageParameters,
  searchParameter,
} from '../http/list-parameters.ts';
import { joinItems, type ListQuery, writePage } from '../http/listing.ts';
import { notParameter } from '../http/negation.ts';
import { problems, success } from '../http/responses.ts';
import { createTurns } from '../http/turns.ts';
import { object, ref } from '../model/schema.ts';
import { Ranking, SearchHit } from '../model/search.ts';
import { articleParameter } from '../resource/filters.ts';
import type { Store } from '../store/store.ts';
import { readHits, readSearchRequest, type Searchable } from './read-hits.ts';

const SearchFacet = facetNames(SearchHit, ['type', 'article']);

const SearchPage = object('SearchPage', 'A page of hits, best first.', {
  data: Type.Array(ref(SearchHit), { description: 'The hits.' }),
  page: ref(PageInfo),
  facets: Type.Unsafe({
    oneOf: [ref(Facets), { type: 'null' }],
    description:
      'Counts by value among the ranked hits, of `article` without shared facts; null unless asked for.',
  }),
  ranking: ref(Ranking),
});

/** The schemas of the route; all their components have to be known to the server. */
export const searchSchemas: TSchema[] = [SearchPage, SearchFacet, CountMode];

export const searchTag = {
  name: 'Search',
  description: 'Any fact or article by its words, best first.',
};

/** GET /v1/search */
export function registerSearch(
  app: FastifyInstance,
  searched: readonly Searchable[],
  store: Store,
): void {
  const parameters = searchParameters(searched);
  const turns = createTurns();
  getContent<{ Querystring: ListQuery }>(
    app,
    '/v1/search',
    {
      operationId: 'searchFacts',
      tags: [searchTag.name],
      summary: 'Search facts',
      description:
        'Every fact and article that has the words looked for, in its names, title, text, description, phrases that mention it, or the names of its speakers, participants, place, subject or source, in any language: best first, words as typed before their other forms. At most 2,000 are ranked; `ranking` says whether there are more.',
      querystring: Type.Object(parameters, { additionalProperties: false }),
      response: {
        ...success(SearchPage, 'A page of hits.'),
        ...problems('invalid-parameter', 'cursor-gone'),
      },
    },
    async ({ query, url }) => {
      const request = readSearchRequest(query);
      const { found, hits, next, hint } = await readHits(store, searched, request, turns);
      const ranking = { considered: found.considered, complete: found.complete };
      return {
        body: writePage(request, { ...found, hint, data: joinItems(hits) }, next, { ranking }),
        link: pageLinks(url, next),
      };
    },
  );
}

export function searchParameters(searched: readonly unknown[]): Record<string, TSchema> {
  return {
    q: searchParameter('limit*'),
    type: Type.Optional(
      Type.Array(Type.Unsafe<string>({ $ref: 'HitType#' }), {
        maxItems: searched.length,
        description: 'Only of these types.',
        examples: [['quote', 'event']],
      }),
    ),
    article: Type.Optional(articleParameter()),
    not: notParameter(['type', 'article'], 'type:quote'),
    ...pageParameters(),
    facets: Type.Optional(facetsParameter(SearchFacet, 'type')),
  };
}
