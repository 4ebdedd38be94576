import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { noSuchItem } from '../http/problems.ts';
import { problems } from '../http/responses.ts';
import { createTurns } from '../http/turns.ts';
import { slug } from '../model/identifiers.ts';
import { ref } from '../model/schema.ts';
import { findMeant } from '../resource/hints.ts';
import type { Store } from '../store/store.ts';
import { type Verification, VerificationRequest } from './schema.ts';
import { verifyArticle } from './verify-article.ts';

const mostBytes = 1024 * 1024;

/**
 * POST /v1/articles/{article}/verification. The text comes in JSON, not as text/plain: generated
 * clients have a typed call then, every character arrives (a web form changes line ends, a body of
 * text has a charset to get wrong), and there is one type of body in the whole API.
 */
export function registerVerification(app: FastifyInstance, store: Store): void {
  const turns = createTurns();
  app.post<{ Params: { article: string }; Body: Static<typeof VerificationRequest> }>(
    '/v1/articles/:article/verification',
    {
      bodyLimit: mostBytes,
      schema: {
        operationId: 'verifyText',
        tags: ['Articles'],
        summary: 'Verify a text',
        description:
          'Compares a text with an article’s fingerprint and with every mention of its facts. It needs no key, and the text, of at most 1 MiB as JSON, is not stored.',
        params: Type.Object({
          article: slug('Id of the article.', { examples: ['putin-china-visit-2024'] }),
        }),
        querystring: Type.Object({}, { additionalProperties: false }),
        body: ref(VerificationRequest),
        response: {
          200: Type.Unsafe<Static<typeof Verification>>({
            $ref: 'Verification#',
            description: 'What matches, and what doesn’t.',
          }),
          ...problems(
            'invalid-parameter',
            'invalid-body',
            'not-found',
            'body-too-large',
            'unsupported-media-type',
          ),
        },
      },
    },
    async ({ params: { article }, body: { text } }, reply) => {
      const verification = await verifyArticle(store, article, text, turns.begin());
      if (verification === null)
        throw noSuchItem('article', article, await findMeant(store, 'articles', article));
      return reply.type('application/json; charset=utf-8').send(verification);
    },
  );
}
