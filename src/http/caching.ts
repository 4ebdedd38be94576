import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encode, encodingFor } from './encodings.ts';
import { clientHas, etagIn, etagOf } from './etags.ts';
import type { AnswerFirst } from './front.ts';
import { type Answer, type KeptAnswers, keepAnswers } from './kept-answers.ts';
import { findMalformation } from './request-form.ts';
import type { Times } from './request-times.ts';
import { sendKept } from './send-kept.ts';
import { createUnderWay, type Finish } from './under-way.ts';

/** What a request to the content asked for, and what its handler has read since. */
interface Asked {
  key: string;
  /** The mark of the content when it was asked for. */
  mark: string;
  /** The marks that the handler's reads saw. */
  seen: Set<string>;
  /** Whether whoever asked has hung up. */
  isGone(): boolean;
  /** Gives the answer to whoever waits for the same one. */
  finish?: Finish<Answer>;
}

/** Tells each state of the content from every other one. */
interface Marks {
  mark(): Promise<string>;
  /** Without asking, where this turn of the event loop has asked already. */
  knownMark(): string | undefined;
}

/** How many requests for content were answered with a kept answer, or another one's, and how many weren't. */
export interface CacheUse {
  hits: number;
  misses: number;
}

export interface Cache {
  use: Readonly<CacheUse>;
  /** Answers with what is kept, without the framework, and counts how long that takes. */
  answerFirst: AnswerFirst;
  /**
   * To be told by each read of content which mark its own snapshot has; that is what the answer of the
   * request is kept under. A mark that was asked for outside of the snapshot may be another one.
   */
  noteMark(mark: string): void;
  /** To be asked by each read of content: tells later whether it is still waited for. */
  watchAsker(): (() => boolean) | undefined;
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
  { answers = keepAnswers(mostBytes), times, variantOf = () => null }: CachingOptions = {},
): Cache {
  const use: CacheUse = { hits: 0, misses: 0 };
  const underWay = createUnderWay<Answer>();
  const askedFor = new WeakMap<FastifyRequest, Asked>();
  const answering = new AsyncLocalStorage<Asked>();

  /** Where the mark can't be read, the handler will meet the same fault and tell of it: `goOn`. */
  function askMark(answerOrGoOn: (mark: string) => void, goOn: () => void): void {
    const known = content.knownMark();
    if (known !== undefined) answerOrGoOn(known);
    else content.mark().then(answerOrGoOn, () => goOn());
  }

  /** All that an answer made of content depends on, beside the content; null of other requests. */
  function keyOf(request: IncomingMessage): string | null {
    const { headers, url = '' } = request;
    if (!isReading(request)) return null;
    const variant = url.startsWith('/v1/') ? '' : variantOf(request);
    return variant === null ? null : `${encodingFor(headers)} ${variant}${url}`;
  }

  app.addHook('onRequest', (request, reply, done) => {
    const key = keyOf(request.raw);
    if (key === null) return done();
    askMark((mark) => answerOrGoOn(key, mark), done);

    function answerOrGoOn(key: string, mark: string): void {
      const kept = answers.get(key);
      if (kept?.mark === mark) answerWith(kept);
      else waitOrGoOn({ key, mark, seen: new Set(), isGone: () => reply.raw.destroyed });
    }

    function waitOrGoOn(asked: Asked): void {
      const awaited = `${asked.mark} ${asked.key}`;
      const made = underWay.find(awaited);
      // What can't be shared is its asker's alone: an error, a stream, what was broken off.
      if (made !== undefined) made.then((it) => (it === undefined ? goOn(asked) : answerWith(it)));
      // Whoever has gone already may never be answered.
      else if (reply.raw.destroyed) goOn(asked);
      else {
        const finish = underWay.begin(awaited);
        // However this one ends, nobody waits for it any longer.
        reply.raw.once('close', () => finish());
        goOn({ ...asked, finish });
      }
    }

    function answerWith(answer: Answer): void {
      use.hits++;
      // Set where the server is closing.
      const connection = reply.getHeader('connection');
      if (connection !== undefined) reply.raw.setHeader('connection', String(connection));
      reply.hijack();
      sendKept(answer, request.raw, reply.raw);
    }

    function goOn(asked: Asked): void {
      use.misses++;
      askedFor.set(request, asked);
      answering.run(asked, done);
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
    if (reply.getHeader('cache-control') === 'no-store') asked?.finish?.();
    else if (asked !== undefined) {
      const kept = keep(asked, request, reply, { etag, body });
      asked.finish?.(kept);
    }
    if (!clientHas(request.headers, etag)) return body;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    // Of HEAD, the framework drops what would be sent, and fails where that is null.
    return request.method === 'HEAD' ? Readable.from([]) : null;
  });

  function keep(
    { key, seen }: Asked,
    { routeOptions: { url: route = '' } }: FastifyRequest,
    reply: FastifyReply,
    { etag, body }: Pick<Answer, 'etag' | 'body'>,
  ): Answer | undefined {
    const [mark, ...others] = seen;
    // Made of two states of the content, it is of none.
    if (mark === undefined || others.length > 0) return undefined;
    const headers = { ...reply.getHeaders(), 'content-length': body.length };
    return answers.keep(key, { mark, route, etag, headers, body });
  }

  return {
    use,
    answerFirst(request, response, goOn) {
      const key = keyOf(request);
      if (key === null) return goOn();
      askMark((mark) => answerOrGoOn(key, mark), goOn);

      function answerOrGoOn(key: string, mark: string): void {
        const kept = answers.get(key);
        if (kept?.mark !== mark || findMalformation(request) !== null) goOn();
        else {
          use.hits++;
          times?.measure(kept.route, request, response);
          sendKept(kept, request, response);
        }
      }
    },
    noteMark(mark) {
      answering.getStore()?.seen.add(mark);
    },
    watchAsker: () => answering.getStore()?.isGone,
  };
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function encodingOf(reply: FastifyReply): string | undefined {
  return reply.getHeader('content-encoding')?.toString();
}
