import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { getContent } from '../../http/content-route.ts';
import { pageLinks } from '../../http/links.ts';
import { CountMode, pageOf, pageParameters } from '../../http/list-parameters.ts';
import {
  joinItems,
  type ListQuery,
  type ListRequest,
  readListRequest,
  writePage,
} from '../../http/listing.ts';
import { notParameter } from '../../http/negation.ts';
import { noSuchItem } from '../../http/problems.ts';
import { problems, success } from '../../http/responses.ts';
import type { Actor } from '../../model/actor.ts';
import { Connection } from '../../model/connection.ts';
import { slug } from '../../model/identifiers.ts';
import { askPage } from '../../resource/ask.ts';
import { article, articleParameter } from '../../resource/filters.ts';
import { findHint, findMeant } from '../../resource/hints.ts';
import type { Store } from '../../store/store.ts';

/** The schemas of the route; all their components have to be known to the server. */
export const connectionSchemas: TSchema[] = [pageOf(Connection), CountMode];

/** GET /v1/actors/{actor}/connections */
export function registerConnections(app: FastifyInstance, store: Store): void {
  const parameters: Record<string, TSchema> = {
    article: Type.Optional(articleParameter()),
    not: notParameter(['article'], 'article:night-ferry-2025'),
    ...pageParameters(),
  };
  getContent<{ Params: { actor: string }; Querystring: ListQuery }>(
    app,
    '/v1/actors/:actor/connections',
    {
      operationId: 'listConnections',
      tags: ['Actors'],
      summary: 'List connections of an actor',
      description:
        'The actors it meets, as participants of one event or speakers of one quote, the most frequent first.',
      params: Type.Object({
        actor: slug('Id of the actor.', { examples: ['vladimir-putin'] }),
      }),
      querystring: Type.Object(parameters, { additionalProperties: false }),
      response: {
        ...success(pageOf(Connection), 'A page of connections.'),
        ...problems('invalid-parameter', 'not-found', 'cursor-gone'),
      },
    },
    async ({ params: { actor }, query, url }) => {
      const request = readConnectionsRequest(actor, query);
      const { found, connections, next, hint } = await readConnections(store, actor, request);
      const data = joinItems(connections);
      return {
        body: writePage(request, { ...found, data, facets: null, hint }, next),
        link: pageLinks(url, next),
        isWhole: found.complete,
      };
    },
  );
}

export function readConnectionsRequest(actor: string, query: ListQuery): ListRequest {
  return readListRequest(`connections of ${actor}`, query, { total: { columns: ['total'] } });
}

/**
 * A page of the actors that one meets.
 * @throws ProblemError where there is no such actor
 */
export async function readConnections(store: Store, actor: string, request: ListRequest) {
  const [articles = [], withoutArticles = []] = [request.filters, request.not].map(
    (filters) => (Object.fromEntries(filters) as { article?: string[] }).article,
  );
  const { limit, counted } = request;
  const plan = { actor, articles, withoutArticles, limit, counted };
  const { found, next } = await askPage(store, 'meetings', request, plan);
  if (found === null) throw noSuchItem('actor', actor, await findMeant(store, 'actors', actor));
  const isEmpty = found.meetings.length === 0;
  const hint = await findHint(store, { article: article('states') }, request, isEmpty);
  const connections = found.meetings.map(
    ({ document, total, events, quotes, roles }): Connection => {
      const { id, kind, name }: Actor = JSON.parse(document);
      return { actor: { id, kind, name }, total, events, quotes, roles } as Connection;
    },
  );
  return { found, connections, next, hint };
}
