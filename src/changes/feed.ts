import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { pageParameters } from '../http/list-parameters.ts';
import { type ListQuery, readListRequest } from '../http/listing.ts';
import { file, problems } from '../http/responses.ts';
import { askPage } from '../resource/ask.ts';
import type { Store } from '../store/store.ts';
import { type FeedPage, toFeed } from './atom.ts';
import { byRevision, changesTag } from './changes.ts';

const path = '/v1/changes.atom';
const mediaType = 'application/atom+xml';

/**
 * GET /v1/changes.atom
 * @param publicUrl what stands before the paths of links; where it is null, they are relative: what a
 *   request says of its host isn't to be believed, and the answer is kept for all
 */
export function registerFeed(app: FastifyInstance, store: Store, publicUrl: string | null): void {
  const { count: _, ...parameters } = pageParameters();
  app.get<{ Querystring: ListQuery }>(
    path,
    {
      schema: {
        operationId: 'getChangesFeed',
        tags: [changesTag.name],
        summary: 'Get changes as a feed',
        description: 'The same as an Atom feed (RFC 4287), for feed readers: the newest first.',
        querystring: Type.Object(parameters, { additionalProperties: false }),
        response: {
          ...file(mediaType, 'A page of the feed.', { type: 'string' }),
          ...problems('invalid-parameter', 'cursor-gone'),
        },
      },
    },
    async ({ query }, reply) => {
      const request = readListRequest('changes.atom', query, { revision: byRevision });
      const { found, next, state } = await askPage(store, 'changes', request, {
        newestFirst: true,
        withArticles: true,
        limit: request.limit,
      });
      const addressOf = (cursor: string | undefined) =>
        `${path}?${new URLSearchParams({ limit: String(request.limit), ...(cursor !== undefined && { cursor }) })}`;
      const links = {
        self: addressOf(query.cursor),
        first: addressOf(undefined),
        next: next && addressOf(next),
      };
      return reply
        .type(`${mediaType}; charset=utf-8`)
        .send(await write({ found, identity: state.identity, base: publicUrl ?? '', links }));
    },
  );
}

/** What writes XML is loaded when it is first asked for. */
async function write(page: FeedPage): Promise<string> {
  const { default: XMLBuilder } = await import('fast-xml-builder');
  const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    feed: toFeed(page),
  });
}
