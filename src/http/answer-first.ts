import type { IncomingMessage } from 'node:http';
import type { FindAsker } from './asker.ts';
import { headersOf } from './content-route.ts';
import type { ContentRequest, ContentRoutes } from './content-routes.ts';
import { encodeJson, encodingFor } from './encodings.ts';
import { etagOf } from './etags.ts';
import type { AnswerFirst } from './front.ts';
import type { Answer } from './kept-answers.ts';
import { findMalformation } from './request-form.ts';
import type { Times } from './request-times.ts';
import { usualHeaders } from './security.ts';
import { sendKept } from './send-kept.ts';
import type { Asked, CacheUse, Sharing } from './sharing.ts';

interface Sources {
  sharing: Sharing;
  routes: ContentRoutes;
  /** All that an answer made of content depends on, beside the content; null of other requests. */
  keyOf(request: IncomingMessage): string | null;
  findAsker: FindAsker;
  /** Headers that a page may read, beside those that there always are. */
  exposed: readonly string[];
  use: CacheUse;
  /** Of what the framework doesn't see. */
  times: Times | undefined;
}

/**
 * Answers what is kept, and what needs nothing of a request but its address, without the framework, whose
 * objects and hooks take as long as a page does. What goes wrong is left to the framework to tell.
 */
export function createAnswerFirst({
  sharing,
  routes,
  keyOf,
  findAsker,
  exposed,
  use,
  times,
}: Sources): AnswerFirst {
  const usual = usualHeaders(exposed);

  return function answerFirst(request, response, goOn) {
    const key = keyOf(request);
    if (key === null) return goOn();
    const start = performance.now();
    sharing.withMark(goOn, (mark) => {
      const kept = sharing.findKept(key, mark);
      if (findMalformation(request) !== null) return goOn();
      if (kept !== undefined) return hit(kept);
      const asked = routes.find(request.url ?? '');
      if (asked === null) return goOn();
      // A kept answer needs nobody's address.
      const asker = findAsker(request, response);
      sharing.waitOrWorkOut({ key, mark, asker, response }, hit, (it) => miss(it, asked));
    });

    function hit(answer: Answer): void {
      use.hits++;
      send(answer);
    }

    function miss(asked: Asked, wanted: ContentRequest): void {
      workOut(asked, wanted, request).then(
        (answer) => {
          use.misses++;
          send(answer);
        },
        (error) => {
          asked.finish?.();
          goOn(error);
        },
      );
    }

    function send(answer: Answer): void {
      sendKept(answer, request, response);
      times?.count({
        method: request.method ?? '',
        route: answer.route,
        statusCode: response.statusCode,
        milliseconds: performance.now() - start,
      });
    }
  };

  async function workOut(
    asked: Asked,
    { route, answer, address }: ContentRequest,
    { headers }: IncomingMessage,
  ): Promise<Answer> {
    const made = await sharing.run(asked, () => answer(address));
    const bytes = typeof made.body === 'string' ? Buffer.from(made.body) : made.body;
    const encoded = await encodeJson(bytes, encodingFor(headers));
    const { body } = encoded;
    const etag = etagOf(body);
    return sharing.share(asked, made.isWhole ?? true, {
      route,
      etag,
      body,
      headers: {
        ...usual,
        ...headersOf(made),
        ...encoded.headers,
        etag,
        'content-length': body.length,
      },
    });
  }
}
