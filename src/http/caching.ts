import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';
import { type Answer, keepAnswers } from './kept-answers.ts';
import { createUnderWay, type Finish } from './under-way.ts';

/** What a request to the content asked for, noted before its handler reads. */
interface Asked {
  key: string;
  revision: number;
  /** Gives the answer to whoever waits for the same one. */
  finish?: Finish<Answer>;
}

/** Counts the changes of the content. */
interface Revisions {
  revision(): Promise<number>;
  /** Without asking, where this turn of the event loop has asked already. */
  knownRevision(): number | undefined;
}

/** How many requests under /v1 were answered with a kept answer, or another one's, and how many weren't. */
export interface CacheUse {
  hits: number;
  misses: number;
}

const mostBytes = 64 * 1024 * 1024;
/** Below this, compressing saves no packet. */
const leastBytesToCompress = 1400;

/**
 * A strong ETag on every answer to GET and HEAD, 304 where the client has it already (RFC 9110),
 * compression where the client takes it. Answers under /v1 are kept, compressed ones too, as long as
 * the revision is theirs; one that many ask for at the same time is worked out once. To be registered
 * before what adds headers: a kept answer has them all.
 * @returns how the kept answers are used, counted from now on
 */
export function registerCaching(
  app: FastifyInstance,
  content: Revisions,
  answers = keepAnswers(mostBytes),
): CacheUse {
  const use: CacheUse = { hits: 0, misses: 0 };
  const underWay = createUnderWay<Answer>();
  const askedFor = new WeakMap<FastifyRequest, Asked>();

  app.addHook('onRequest', (request, reply, done) => {
    if (!isReading(request) || !request.url.startsWith('/v1/')) return done();
    const known = content.knownRevision();
    if (known !== undefined) return answerOrGoOn(known);
    // Where the revision can't be read, the handler will meet the same fault and tell of it.
    content.revision().then(answerOrGoOn, () => done());

    function answerOrGoOn(revision: number): void {
      const key = `${encodingFor(request)} ${request.url}`;
      const kept = answers.get(key);
      if (kept?.revision === revision) answerWith(kept);
      else waitOrGoOn({ key, revision });
    }

    function waitOrGoOn(asked: Asked): void {
      const awaited = `${asked.revision} ${asked.key}`;
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
      send(answer, request, reply);
    }

    function goOn(asked: Asked): void {
      use.misses++;
      askedFor.set(request, asked);
      done();
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const asked = askedFor.get(request);
    if (
      !isReading(request) ||
      reply.statusCode !== 200 ||
      (typeof payload !== 'string' && !Buffer.isBuffer(payload))
    ) {
      asked?.finish?.();
      return payload;
    }
    const body = await encode(Buffer.from(payload), request, reply);
    // A handler that knows what its answer comes from names it itself.
    const own = reply.getHeader('etag');
    const etag = own === undefined ? etagOf(body) : etagIn(encodingOf(reply), String(own));
    reply.header('etag', etag);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
    if (asked !== undefined) {
      const { key, revision, finish } = asked;
      const headers = { ...reply.getHeaders(), 'content-length': body.length };
      const answer = answers.keep(key, { revision, etag, headers, body });
      finish?.(answer);
    }
    if (!clientHas(request, etag)) return body;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
  return use;
}

function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Whether the client says that it has the answer already. */
export function clientHas({ headers }: FastifyRequest, etag: string): boolean {
  return fresh({ 'if-none-match': headers['if-none-match'] }, { etag });
}

/** Past Fastify's own sending, which would do all the work again. */
function send(answer: Answer, request: FastifyRequest, reply: FastifyReply): void {
  const { etag, headers, body } = answer;
  // Set where the server is closing.
  const connection = reply.getHeader('connection');
  if (connection !== undefined) reply.raw.setHeader('connection', String(connection));
  reply.hijack();
  if (clientHas(request, etag)) {
    const ofBody = ['content-type', 'content-length'];
    const nameAt = (place: number) => headers[place - (place % 2)] ?? '';
    const rest = headers.filter((_, place) => !ofBody.includes(nameAt(place)));
    reply.raw.writeHead(304, rest).end();
  } else {
    reply.raw.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  }
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** The encoding that the client likes best. */
export function encodingFor({ headers }: FastifyRequest): Encoding {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  return (
    (negotiate(String(accepted).toLowerCase(), ['br', 'gzip']) as Encoding | null) ?? 'identity'
  );
}

const compressors = {
  gzip: promisify(gzip),
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** Compresses what is text and long enough; images and the like are compressed already. */
async function encode(body: Buffer, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  if (!/json|yaml|^text\//.test(String(reply.getHeader('content-type')))) return body;
  varyByEncoding(reply);
  const encoding = encodingFor(request);
  if (encoding === 'identity' || body.length < leastBytesToCompress) return body;
  reply.header('content-encoding', encoding).removeHeader('content-length');
  return compressors[encoding](body);
}

function encodingOf(reply: FastifyReply): string | undefined {
  return reply.getHeader('content-encoding')?.toString();
}

/** The ETag of the same content in another encoding: other bytes need another one. */
function etagIn(encoding: string | undefined, etag: string): string {
  return encoding === undefined ? etag : etag.replace(/"$/, `-${encoding}"`);
}

export function varyByEncoding(reply: FastifyReply): void {
  const vary = [reply.getHeader('vary'), 'Accept-Encoding'].flat().filter(Boolean);
  reply.header('vary', vary.join(', '));
}

/** A strong ETag made of what the answer is, or of what determines it to the byte. */
export function etagOf(body: Buffer | string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
