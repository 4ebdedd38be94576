import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { noSuchItem } from '../http/problems.ts';
import { problems } from '../http/responses.ts';
import type { Threads } from '../http/threads.ts';
import { slug } from '../model/identifiers.ts';
import { ref } from '../model/schema.ts';
import { findMeant } from '../resource/hints.ts';
import type { Store } from '../store/store.ts';
import { type Verification, VerificationRequest } from './schema.ts';
import { readComparable } from './verify-article.ts';

const mostBytes = 1024 * 1024;
const worker = new URL('./compare.ts', import.meta.url);

/**
 * POST /v1/articles/{article}/verification. The text comes in JSON, not as text/plain: generated
 * clients have a typed call then, every character arrives (a web form changes line ends, a body of
 * text has a charset to get wrong), and there is one type of body in the whole API.
 */
export function registerVerification(app: FastifyInstance, store: Store, threads: Threads): void {
  app.post<{ Params: { article: string }; Body: Static<typeof VerificationRequest> }>(
    '/v1/articles/:article/verification',
    {
      bodyLimit: mostBytes,
      schema: {
        operationId: 'verifyText',
        tags: ['Articles'],
        summary: 'Verify a text',
        description:
          'Compares a text with an article’s fingerprint, and finds its mentions, in whatever typography. The body has at most 1 MiB: as JSON a line break takes two bytes, and a letter that is escaped six. It needs no key; nothing is stored.',
        params: Type.Object({
          article: slug('Id of the article.', { examples: ['putin-china-visit-2024'] }),
        }),
        querystring: Type.Object({}, { additionalProperties: false }),
        body: ref(VerificationRequest),
        response: {
          200: Type.Unsafe<Static<typeof Verification>>({
            $ref: 'Verification#',
            description: 'What matches.',
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
      const comparable = await readComparable(store, article, text);
      if (comparable === null)
        throw noSuchItem('article', article, await findMeant(store, 'articles', article));
      const verification: string = await threads.run(worker, 'writeComparison', comparable);
      return reply.type('application/json; charset=utf-8').send(verification);
    },
  );
}
