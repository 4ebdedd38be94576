import type { FastifyInstance, FastifySchemaCompiler, onRequestAsyncHookHandler } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { checkPreconditions } from '../http/preconditions.ts';
import { busy, conflict, diskFull, invalidBody, noSuchItem, readOnly } from '../http/problems.ts';
import { problems, success } from '../http/responses.ts';
import { Article } from '../model/article.ts';
import { slug } from '../model/identifiers.ts';
import { Notice } from '../model/notice.ts';
import { type Named, object, ref } from '../model/schema.ts';
import type { FactType } from '../resource/resource.ts';
import { unpack } from '../store/packed.ts';
import { selectArticle, selectBundle, selectDigest } from '../store/read/article.ts';
import type { Store } from '../store/store.ts';
import { isBusy, isFull } from '../store/store-error.ts';
import type { Writing } from '../store/write/writing.ts';
import type { BundleReader } from './check.ts';
import { createBundleLoader } from './load.ts';
import { type Bundle, bundleSchema, exampleBundle } from './schema.ts';

/** An article of some thousand facts. */
const mostBytes = 4 * 1024 * 1024;

const ifMatch = Type.Optional(
  Type.String({
    description: 'The `ETag` of the bundle that you have read: if somebody has changed it, 412.',
  }),
);

const ifNoneMatch = Type.Optional(
  Type.String({ description: '`*`: if the article is there already, 412.' }),
);

export interface BundleParts {
  store: Store;
  factTypes: readonly FactType[];
  /** Lets only requests with a key pass. */
  requireKey: onRequestAsyncHookHandler;
  /** Whether anybody has a key. */
  isWritable: boolean;
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
  const { store, factTypes, requireKey } = parts;
  const loader = createBundleLoader(factTypes);
  // Compiles the check of bundles: nobody’s request should be held up by that, the first to put one either.
  if (parts.isWritable) loader.read(null);
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
          'The whole article with all its facts as one document, as it was loaded. Send its `ETag` as `If-Match` to put another in its place, and nobody’s work is overwritten.',
        response: {
          ...success(bundle, 'The bundle.'),
          ...problems('invalid-parameter', 'not-found'),
        },
      },
    },
    async ({ params: { article } }, reply) => {
      const stored = await store.read((queries) => selectBundle(queries, article));
      if (stored === null) throw noSuchItem('article', article, '/v1/articles');
      return reply
        .header('etag', etagOf(stored.digest))
        .header('link', `</v1/articles/${article}>; rel="about"`)
        .type('application/json; charset=utf-8')
        .send(unpack(stored.bundle));
    },
  );

  app.put<Params & { Body: Bundle }>(
    url,
    {
      onRequest: requireKey,
      bodyLimit: mostBytes,
      validatorCompiler: bundleValidator(app.validatorCompiler, loader.read),
      schema: {
        ...schemaOf(exampleBundle.article.id),
        operationId: 'putBundle',
        summary: 'Put a bundle',
        description:
          'Stores an article with all its facts, in place of what was stored under its id: all of it or nothing. The same bundle again changes nothing. A bundle that is refused is answered with every fault at once, by JSON pointer; what is right in it but looks wrong stands in `notices`. `If-Match` and `If-None-Match: *` guard against overwriting. At most 4 MiB.',
        security: [{ apiKey: [] }],
        headers: Type.Object({ 'If-Match': ifMatch, 'If-None-Match': ifNoneMatch }),
        body: ref(bundle),
        response: {
          200: stored('The article; it was there already.'),
          201: stored('The article; it is new.'),
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
            'unavailable',
            'insufficient-storage',
          ),
        },
      },
    },
    async ({ params: { article }, body, headers, keyName }, reply) => {
      if (body.article.id !== article)
        throw invalidBody([
          { pointer: '/article/id', detail: `must be ${article}, as in the path` },
        ]);
      const prepared = loader.prepare(body);
      const written = await write(store, async (writing) => {
        const before = await selectDigest(writing, article);
        checkPreconditions(headers, before && etagOf(before));
        const loading = loader.begin({ author: keyName });
        const [outcome] = await loading.load(writing, [prepared]);
        if (typeof outcome !== 'string') throw conflict(outcome ?? []);
        await loading.finish(writing);
        return {
          isNew: before === null,
          document: await selectArticle(writing, article),
          notices: await loading.findNotices(writing, prepared),
        };
      });
      return reply
        .code(written.isNew ? 201 : 200)
        .headers({ etag: etagOf(prepared.digest), location: `/v1/articles/${article}` })
        .type('application/json; charset=utf-8')
        .send(`{"article":${written.document},"notices":${JSON.stringify(written.notices)}}`);
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
        security: [{ apiKey: [] }],
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
            'unavailable',
            'insufficient-storage',
          ),
        },
      },
    },
    async ({ params: { article }, headers, keyName }, reply) => {
      await write(store, async (writing) => {
        const before = await selectDigest(writing, article);
        if (before === null && headers['if-match'] === undefined)
          throw noSuchItem('article', article, '/v1/articles');
        checkPreconditions(headers, before && etagOf(before));
        await loader.remove(writing, article, keyName);
      });
      return reply.code(204).send();
    },
  );
}

interface Params {
  Params: { article: string };
}

/** A transaction; what keeps it from being written becomes the answer. */
async function write<Result>(
  store: Store,
  work: (writing: Writing) => Promise<Result>,
): Promise<Result> {
  if (store.readOnly) throw readOnly();
  try {
    return await store.write(work);
  } catch (error) {
    if (isBusy(error)) throw busy();
    if (isFull(error)) throw diskFull();
    throw error;
  }
}

function etagOf(digest: string): string {
  return `"${digest.slice(0, 32)}"`;
}

function stored(description: string): TSchema {
  const { 200: response } = success(StoredBundle, description);
  return response as TSchema;
}

/** The body by the checker of bundles, which knows references; the rest as everywhere. */
function bundleValidator(
  standard: FastifySchemaCompiler<TSchema> | undefined,
  read: BundleReader['read'],
): FastifySchemaCompiler<TSchema> {
  if (standard === undefined) throw new Error('the server has no validator yet');
  return (part) => {
    if (part.httpPart !== 'body') return standard(part);
    return (value: unknown) => {
      const { bundle, faults } = read(value);
      return bundle === null ? { error: invalidBody(faults) } : { value: bundle };
    };
  };
}
