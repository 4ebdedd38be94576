import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { encodeCursor } from '../http/cursor.ts';
import { pageLinks } from '../http/links.ts';
import {
  CountMode,
  Facets,
  joinItems,
  type ListQuery,
  nextCursor,
  PageInfo,
  pageParameters,
  readListRequest,
  writePage,
} from '../http/listing.ts';
import { problems, success } from '../http/responses.ts';
import { slug } from '../model/identifiers.ts';
import { nullableRef, nullableString, object, oneOf, ref } from '../model/schema.ts';
import { countChanges, selectChanges } from '../store/read/changes.ts';
import type { Store } from '../store/store.ts';

const ChangeKind = oneOf(
  'ChangeKind',
  '`put`: the bundle is new or another; `delete`: it is gone, with all its facts.',
  ['put', 'delete'],
);

const Change = object('Change', 'Something that was written.', {
  revision: Type.Integer({
    minimum: 1,
    format: 'int64',
    description: 'Counts up with every change.',
  }),
  kind: ref(ChangeKind),
  article: slug('Id of the article.'),
  time: Type.String({ format: 'date-time', description: 'When it was written (UTC).' }),
  author: nullableString({
    description: 'Name of the API key; null of the command line and of articles that come along.',
  }),
});

const ChangePage = object('ChangePage', 'A page of changes, in the order of their revisions.', {
  data: Type.Array(ref(Change), { description: 'The changes.' }),
  page: ref(PageInfo),
  facets: nullableRef(Facets),
  resume: Type.String({
    description:
      'The cursor to ask with later for what comes after this page, even if it is the last.',
  }),
});

/** The schemas of the route; all their components have to be known to the server. */
export const changeSchemas: TSchema[] = [ChangePage, CountMode];

export const changesTag = {
  name: 'Changes',
  description: 'What was put and deleted: whoever follows it has a mirror that stays right.',
};

/** GET /v1/changes */
export function registerChanges(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: ListQuery }>(
    '/v1/changes',
    {
      schema: {
        operationId: 'listChanges',
        tags: [changesTag.name],
        summary: 'List changes',
        description:
          'Every put and every deletion of a bundle, the oldest first. To follow: go through the pages, fetch the bundle of each article that was put (404 means that it was deleted later), drop those that were deleted, keep `resume`, and ask again with it as `cursor`.',
        querystring: Type.Object(pageParameters(), { additionalProperties: false }),
        response: {
          ...success(ChangePage, 'A page of changes.'),
          ...problems('invalid-parameter'),
        },
      },
    },
    async ({ query, url }, reply) => {
      const request = readListRequest('changes', query, {
        revision: { columns: ['revision'], unique: true },
      });
      const behind = Number(request.after?.[0] ?? 0);
      const { changes, total } = await store.read(async (queries) => ({
        changes: await selectChanges(queries, behind, request.limit + 1),
        total: request.counted ? await countChanges(queries) : null,
      }));
      const shown = changes.slice(0, request.limit);
      const last = shown.at(-1)?.revision ?? behind;
      const position = { next: changes.length > shown.length ? [last] : null };
      const next = nextCursor(request, position);
      return reply
        .header('link', pageLinks(url, next))
        .type('application/json; charset=utf-8')
        .send(
          writePage(request, { ...position, data: joinItems(shown), total, facets: null }, next, {
            resume: encodeCursor(request.list, [last]),
          }),
        );
    },
  );
}
