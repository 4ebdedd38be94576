import { type Duplex, pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Encoding, encodingFor, varyByEncoding } from './encodings.ts';
import { clientHas, etagOf } from './etags.ts';

/** A long answer, made while it is sent. */
export interface Source {
  /** What determines the answer to the byte, encoding aside. */
  identity: string;
  chunks: AsyncGenerator<string | Uint8Array>;
  /** Gives back what the source holds; called once, however the answer ends. */
  release(): Promise<void>;
}

/** A client that takes nothing for so long has gone, or is made to go: what it holds is scarce. */
const stalledMs = 30_000;

/** Quick ones: a long answer is compressed anew each time. */
const compressors: Record<Exclude<Encoding, 'identity'>, () => Duplex> = {
  gzip: () => createGzip({ level: constants.Z_BEST_SPEED }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }),
};

/**
 * Answers with what `open` gives, bit by bit, as fast as the client takes it, or with 304 or to HEAD
 * without opening it. What fails on the way breaks the connection, so that no part passes for a whole.
 * @param identity what would determine the answer by now
 * @param headers of an answer with content; not of an error
 */
export async function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  identity: string,
  headers: Readonly<Record<string, string>>,
  open: () => Promise<Source>,
): Promise<FastifyReply> {
  const encoding = encodingFor(request.headers);
  const etag = etagOf(`${encoding} ${identity}`);
  const isKnown = clientHas(request.headers, etag);
  if (isKnown || request.method === 'HEAD') {
    describe(etag);
    if (isKnown) reply.code(304).removeHeader('content-type');
    // Of nothing at all, the framework would tell the length.
    return reply.send(request.method === 'HEAD' ? Readable.from([]) : undefined);
  }

  const source = await open();
  const content = Readable.from(await begun(source));
  content.once('close', () => {
    source.release().catch((err) => request.log.error({ err }, 'a stream was not released'));
  });
  // Whatever becomes of the answer, even before it is sent.
  if (reply.raw.destroyed) content.destroy();
  reply.raw.once('close', () => content.destroy());
  reply.raw.setTimeout(stalledMs, () => reply.raw.destroy());
  describe(etagOf(`${encoding} ${source.identity}`));
  if (encoding === 'identity') return reply.send(content);
  // The framework learns of errors from the last stream, which gets them from the first.
  return reply.send(pipeline(content, compressors[encoding](), () => {}));

  function describe(etag: string): void {
    reply.headers({ ...headers, etag, 'cache-control': 'no-cache' });
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    varyByEncoding(reply);
  }
}

/** The chunks, the first of which is there: what fails up to then can still be told in the answer. */
async function begun({ chunks, release }: Source): Promise<AsyncIterable<Buffer>> {
  try {
    const first = await chunks.next();
    return (async function* () {
      if (first.done) return;
      yield Buffer.from(first.value);
      for await (const chunk of chunks) yield Buffer.from(chunk);
    })();
  } catch (error) {
    await release();
    throw error;
  }
}
