import { type Duplex, pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Encoding, encodingFor, varyByEncoding } from './encodings.ts';
import { clientHas, etagOf } from './etags.ts';
import { keepPace, type Pace } from './pace.ts';

/** A long answer, made while it is sent. */
export interface Source {
  /** What determines the answer to the byte, encoding aside. */
  identity: string;
  chunks: AsyncGenerator<string | Uint8Array>;
  /** In bytes, where that is known. */
  length?: number;
  /** Gives back what the source holds; called once, however the answer ends. */
  release(): Promise<void>;
}

/** What is known of a long answer before it is made. */
export interface StreamOptions {
  /** What would determine the answer by now. */
  identity: string;
  /** Of an answer with content; not of an error. */
  headers: Readonly<Record<string, string>>;
  /** Whether it is sent as it is, as it is compressed already. */
  isCompressed: boolean;
  pace: Pace;
}

/** Quick ones: a long answer is compressed anew each time. */
const compressors: Record<Exclude<Encoding, 'identity'>, () => Duplex> = {
  gzip: () => createGzip({ level: constants.Z_BEST_SPEED }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }),
};

/**
 * Answers with what `open` gives, bit by bit, as fast as the client takes it, or with 304 or to HEAD
 * without opening it. What fails on the way, or is taken too slowly, breaks the connection, so that no part
 * passes for a whole.
 */
export async function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { identity, headers, isCompressed, pace }: StreamOptions,
  open: () => Promise<Source>,
): Promise<FastifyReply> {
  const encoding = isCompressed ? 'identity' : encodingFor(request.headers);
  const etag = etagOf(`${encoding} ${identity}`);
  const isKnown = clientHas(request.headers, etag);
  if (isKnown || request.method === 'HEAD') {
    describe(etag);
    if (isKnown) reply.code(304).removeHeader('content-type');
    // Of nothing at all, the framework would tell the length.
    return reply.send(request.method === 'HEAD' ? Readable.from([]) : undefined);
  }

  const source = await open();
  const giveUp = () => reply.raw.destroy();
  const content = Readable.from(keepPace(await begun(source), pace, giveUp));
  content.once('close', () => {
    source.release().catch((err) => request.log.error({ err }, 'a stream was not released'));
  });
  // Whatever becomes of the answer, even before it is sent.
  if (reply.raw.destroyed) content.destroy();
  reply.raw.once('close', () => content.destroy());
  reply.raw.setTimeout(pace.nothing, giveUp);
  describe(etagOf(`${encoding} ${source.identity}`));
  if (encoding === 'identity') {
    if (source.length !== undefined) reply.header('content-length', source.length);
    return reply.send(content);
  }
  // The framework learns of errors from the last stream, which gets them from the first.
  return reply.send(pipeline(content, compressors[encoding](), () => {}));

  function describe(etag: string): void {
    reply.headers({ ...headers, etag, 'cache-control': 'no-cache' });
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    if (!isCompressed) varyByEncoding(reply);
  }
}

/** The chunks, the first of which is there: what fails up to then can still be told in the answer. */
async function begun({ chunks, release }: Source): Promise<AsyncIterable<Uint8Array>> {
  try {
    const first = await chunks.next();
    return (async function* () {
      if (first.done) return;
      yield toBytes(first.value);
      for await (const chunk of chunks) yield toBytes(chunk);
    })();
  } catch (error) {
    await release();
    throw error;
  }
}

function toBytes(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
