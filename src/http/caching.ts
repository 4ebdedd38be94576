import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createAnswerFirst } from './answer-first.ts';
import { createFindAsker, type FindAsker } from './asker.ts';
import { collectContentRoutes } from './content-routes.ts';
import { encode, encodingFor } from './encodings.ts';
import { clientHas, etagIn, etagOf } from './etags.ts';
import type { AnswerFirst } from './front.ts';
import { type Answer, type KeptAnswers, keepAnswers } from './kept-answers.ts';
import { limitHeaders } from './read-limit.ts';
import type { Times } from './request-times.ts';
import { sendKept } from './send-kept.ts';
import { type Asked, type CacheUse, createSharing, type Marks, type Sharing } from './sharing.ts';

export interface Cache extends Pick<Sharing, 'noteMark' | 'askerNow'> {
  use: Readonly<CacheUse>;
  answerFirst: AnswerFirst;
}

interface CachingOptions {
  answers?: KeptAnswers;
  /** Of what the framework doesn't see. */
  times?: Times | undefined;
  /**
   * Of a request outside of /v1 for what is made of content: all that its answer depends on beside the
   * address; null of other requests.
   */
  variantOf?: (request: IncomingMessage) => string | null;
  findAsker?: FindAsker;
  /** Headers that a page may read, beside those that there always are. */
  exposed?: readonly string[];
}

const mostBytes = 32 * 1024 * 1024;

/**
 * A strong ETag on every answer to GET and HEAD, 304 where the client has it already (RFC 9110),
 * compression where the client takes it. Answers made of content are kept, compressed ones too, as long as
 * nothing was written since they were read; one that many ask for at the same time is worked out once.
 * To be registered before what adds headers: a kept answer has them all.
 */
export function registerCaching(
  app: FastifyInstance,
  content: Marks,
  {
    answers = keepAnswers(mostBytes),
    times,
    variantOf = () => null,
    findAsker = createFindAsker(false),
    exposed = [],
  }: CachingOptions = {},
): Cache {
  const use: CacheUse = { hits: 0, misses: 0 };
  const sharing = createSharing(content, answers);
  const routes = collectContentRoutes(app);
  const askedFor = new WeakMap<FastifyRequest, Asked>();

  function keyOf(request: IncomingMessage): string | null {
    const { headers, url = '' } = request;
    if (!isReading(request)) return null;
    const variant = url.startsWith('/v1/') ? '' : variantOf(request);
    return variant === null ? null : `${encodingFor(headers)} ${variant}${url}`;
  }

  app.addHook('onRequest', ({ raw }, reply, done) => {
    const key = keyOf(raw);
    if (key === null) return sharing.runFor(findAsker(raw, reply.raw), done);
    sharing.withMark(done, (mark) => {
      const kept = sharing.findKept(key, mark);
      if (kept !== undefined) answerWith(kept);
      else {
        const wanted = { key, mark, asker: findAsker(raw, reply.raw), response: reply.raw };
        sharing.waitOrWorkOut(wanted, answerWith, goOn);
      }
    });

    function answerWith(answer: Answer): void {
      use.hits++;
      // Set where the server is closing.
      const connection = reply.getHeader('connection');
      if (connection !== undefined) reply.raw.setHeader('connection', String(connection));
      reply.hijack();
      sendKept(answer, raw, reply.raw);
    }

    function goOn(asked: Asked): void {
      use.misses++;
      askedFor.set(reply.request, asked);
      sharing.run(asked, done);
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const asked = askedFor.get(request);
    if (
      !isReading(request.raw) ||
      reply.statusCode !== 200 ||
      (typeof payload !== 'string' && !Buffer.isBuffer(payload))
    ) {
      asked?.finish?.();
      return payload;
    }
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const body = await encode(bytes, encodingFor(request.headers), reply);
    // A handler that knows what its answer comes from names it itself.
    const own = reply.getHeader('etag');
    const etag = own === undefined ? etagOf(body) : etagIn(encodingOf(reply), String(own));
    reply.header('etag', etag);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
    if (asked !== undefined)
      sharing.share(asked, reply.getHeader('cache-control') !== 'no-store', {
        route: request.routeOptions.url ?? '',
        etag,
        headers: withoutLimit({ ...reply.getHeaders(), 'content-length': body.length }),
        body,
      });
    if (!clientHas(request.headers, etag)) return body;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    // Of HEAD, the framework drops what would be sent, and fails where that is null.
    return request.method === 'HEAD' ? Readable.from([]) : null;
  });

  return {
    use,
    answerFirst: createAnswerFirst({ sharing, routes, keyOf, findAsker, exposed, use, times }),
    noteMark: sharing.noteMark,
    askerNow: sharing.askerNow,
  };
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** What is left of a limit is told to whoever asked alone. */
function withoutLimit(headers: ReturnType<FastifyReply['getHeaders']>) {
  for (const name of limitHeaders) delete headers[name.toLowerCase()];
  return headers;
}

function encodingOf(reply: FastifyReply): string | undefined {
  return reply.getHeader('content-encoding')?.toString();
}
