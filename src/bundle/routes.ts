import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { noSuchItem, readOnly } from '../http/problems.ts';
import { problems, success } from '../http/responses.ts';
import { Article } from '../model/article.ts';
import { slug } from '../model/identifiers.ts';
import { Notice } from '../model/notice.ts';
import { type Named, object, ref } from '../model/schema.ts';
import { findMeant } from '../resource/hints.ts';
import type { FactType } from '../resource/resource.ts';
import { unpack } from '../store/packed.ts';
import { selectBundle } from '../store/read/article.ts';
import type { Store } from '../store/store.ts';
import { bundleSchema, exampleBundle } from './schema.ts';
import { type BundleWriter, bundleEtag } from './write-bundles.ts';

/** An article of some thousand facts. */
const mostBytes = 4 * 1024 * 1024;

const ifMatch = Type.Optional(
  Type.String({
    description: 'The `ETag` of the bundle that you have read: if somebody has changed it, 412.',
    examples: ['"8YRrXF2M0kWq7fJ3cB1nZtLsVx4"'],
  }),
);

const ifNoneMatch = Type.Optional(
  Type.String({ description: 'If the article is there already, 412.', examples: ['*'] }),
);

export interface BundleParts {
  store: Store;
  factTypes: readonly FactType[];
  /** Lets only requests with a key pass. */
  requireKey: onRequestAsyncHookHandler;
  /** Null where nobody has a key. */
  writer: BundleWriter | null;
}

const StoredBundle = object('StoredBundle', 'What became of a bundle that was put.', {
  article: ref(Article),
  notices: Type.Array(ref(Notice), {
    description: 'What is right in it, but looks wrong: look at it again.',
  }),
});

/** The schemas of the routes; all their components have to be known to the server. */
export function bundleSchemas(factTypes: readonly FactType[]): TSchema[] {
  return [bundleSchema(factTypes), StoredBundle];
}

/** GET, PUT and DELETE /v1/articles/{article}/bundle */
export function registerBundles(app: FastifyInstance, parts: BundleParts): void {
  const { store, factTypes, requireKey, writer } = parts;
  const url = '/v1/articles/:article/bundle';
  const schemaOf = (example: string) => ({
    tags: ['Articles'],
    params: Type.Object({ article: slug('Id of the article.', { examples: [example] }) }),
    querystring: Type.Object({}, { additionalProperties: false }),
  });
  const bundle: Named = bundleSchema(factTypes);

  app.get<Params>(
    url,
    {
      schema: {
        ...schemaOf('putin-china-visit-2024'),
        operationId: 'getBundle',
        summary: 'Get a bundle',
        description:
          'The whole article with all its facts, as it was loaded. With its `ETag` as `If-Match`, PUT overwrites nobody’s work.',
        response: {
          ...success(bundle, 'The bundle.'),
          ...problems('invalid-parameter', 'not-found'),
        },
      },
    },
    async ({ params: { article } }, reply) => {
      const stored = await store.read((queries) => selectBundle(queries, article));
      if (stored === null)
        throw noSuchItem('article', article, await findMeant(store, 'articles', article));
      return reply
        .header('etag', bundleEtag(stored.digest))
        .header('link', `</v1/articles/${article}>; rel="about"`)
        .type('application/json; charset=utf-8')
        .send(unpack(stored.bundle));
    },
  );

  app.put<Params & { Body: Buffer }>(
    url,
    {
      onRequest: requireKey,
      bodyLimit: mostBytes,
      // The writer reads and checks it.
      config: { bodyAsBytes: true },
      schema: {
        ...schemaOf(exampleBundle.article.id),
        operationId: 'putBundle',
        summary: 'Put a bundle',
        description:
          'Stores an article with all its facts, in place of what was stored under its id: all of it or nothing. The same bundle again changes nothing. Of a bundle that is refused, every fault is told at once, by JSON pointer; what is right but looks wrong stands in `notices`. `If-Match` and `If-None-Match: *` guard against overwriting. At most 4 MiB.',
        security: [{ bearer: [] }],
        headers: Type.Object({ 'If-Match': ifMatch, 'If-None-Match': ifNoneMatch }),
        body: ref(bundle),
        response: {
          200: stored(),
          201: stored(),
          ...problems(
            'invalid-parameter',
            'invalid-body',
            'unauthorized',
            'read-only',
            'conflict',
            'precondition-failed',
            'body-too-large',
            'unsupported-media-type',
            'too-many-requests',
            'insufficient-storage',
          ),
        },
      },
    },
    async ({ params: { article }, body, headers, keyName: author }, reply) => {
      if (writer === null) throw readOnly();
      const stored = await writer.put({ article, body, conditions: conditionsOf(headers), author });
      return reply
        .code(stored.isNew ? 201 : 200)
        .headers({ etag: stored.etag, location: `/v1/articles/${article}` })
        .type('application/json; charset=utf-8')
        .send(`{"article":${stored.document},"notices":${JSON.stringify(stored.notices)}}`);
    },
  );

  app.delete<Params>(
    url,
    {
      onRequest: requireKey,
      schema: {
        ...schemaOf(exampleBundle.article.id),
        operationId: 'deleteBundle',
        summary: 'Delete a bundle',
        description:
          'Removes an article with all its facts. Actors and places that other articles name stay. `If-Match` guards against deleting what somebody has changed.',
        security: [{ bearer: [] }],
        headers: Type.Object({ 'If-Match': ifMatch }),
        response: {
          204: Type.Null({ description: 'It is gone.' }),
          ...problems(
            'invalid-parameter',
            'unauthorized',
            'read-only',
            'not-found',
            'precondition-failed',
            'too-many-requests',
            'insufficient-storage',
          ),
        },
      },
    },
    async ({ params: { article }, headers, keyName: author }, reply) => {
      if (writer === null) throw readOnly();
      await writer.remove({ article, conditions: conditionsOf(headers), author });
      return reply.code(204).send();
    },
  );
}

interface Params {
  Params: { article: string };
}

function conditionsOf(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { 'if-match': match, 'if-none-match': noMatch } = headers;
  // An empty one is a condition, too, which nothing fulfils.
  return { 'if-match': match, 'if-none-match': noMatch };
}

function stored(): TSchema {
  const { 200: response } = success(StoredBundle, 'Stored.');
  return response as TSchema;
}
