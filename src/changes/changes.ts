import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { getContent } from '../http/content-route.ts';
import { pageLinks } from '../http/links.ts';
import { CountMode, Facets, PageInfo, pageParameters } from '../http/list-parameters.ts';
import { joinItems, type ListQuery, readListRequest, writePage } from '../http/listing.ts';
import { problems, success } from '../http/responses.ts';
import { bundleTag } from '../model/bundle-tag.ts';
import { slug } from '../model/identifiers.ts';
import type { Order } from '../model/order.ts';
import { nullableRef, nullableString, object, oneOf, ref } from '../model/schema.ts';
import { askPage } from '../resource/ask.ts';
import type { ChangesResult } from '../store/plan.ts';
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
  digest: nullableString({
    description:
      'What the `ETag` of the article’s bundle has in it as of this page; null if it is gone.',
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

/** As they were written. */
export const byRevision: Order = { columns: ['revision'], unique: true };

/** GET /v1/changes */
export function registerChanges(app: FastifyInstance, store: Store): void {
  getContent<{ Querystring: ListQuery }>(
    app,
    '/v1/changes',
    {
      operationId: 'listChanges',
      tags: [changesTag.name],
      summary: 'List changes',
      description:
        'Every put and every deletion of a bundle, the oldest first. A mirror fetches the bundle of each article that has a `digest`, and asks again from the same place if that isn’t in the `ETag`, as it was written since. It drops the others, keeps `resume` with it, asks with that as `cursor`, and begins anew at 410.',
      querystring: Type.Object(pageParameters(), { additionalProperties: false }),
      response: {
        ...success(ChangePage, 'A page of changes.'),
        ...problems('invalid-parameter', 'cursor-gone'),
      },
    },
    async ({ query, url }) => {
      const request = readListRequest('changes', query, { revision: byRevision });
      const { limit, counted } = request;
      const { found, next, state, toCursor } = await askPage(store, 'changes', request, {
        newestFirst: false,
        withArticles: false,
        limit,
      });
      const { changes, next: position } = found;
      // Each has a revision of its own, and none is ever removed.
      const total = counted ? state.revision : null;
      const last = changes.at(-1)?.revision ?? Number(request.cursor?.position[0] ?? 0);
      return {
        body: writePage(
          request,
          { next: position, data: joinItems(changes.map(toServed)), total, facets: null },
          next,
          { resume: toCursor([last]) },
        ),
        link: pageLinks(url, next),
      };
    },
  );
}

function toServed({ digest, mark: _, ...change }: ChangesResult['changes'][number]) {
  return { ...change, digest: digest === null ? null : bundleTag(digest) };
}
