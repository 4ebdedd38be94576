import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply } from 'fastify';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Below this, compressing saves no packet. */
const leastBytesToCompress = 1400;

/** The encoding that the client likes best. */
export function encodingFor(headers: IncomingHttpHeaders): Encoding {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  return (
    (negotiate(String(accepted).toLowerCase(), ['br', 'gzip']) as Encoding | null) ?? 'identity'
  );
}

const compressors = {
  gzip: promisify(gzip),
  br: (body: Buffer) => compressWithBrotli(body, 5),
};

/** @param quality 5 for what is sent once; 11 takes fifty times as long, for a tenth less */
export function compressWithBrotli(body: Buffer, quality: 5 | 11): Promise<Buffer> {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/**
 * Compresses what is text and long enough, and says so in the headers; images and the like are
 * compressed already, as is what the handler has compressed.
 */
export async function encode(
  body: Buffer,
  encoding: Encoding,
  reply: FastifyReply,
): Promise<Buffer> {
  if (reply.hasHeader('content-encoding')) return body;
  if (!/json|yaml|\+xml|^text\//.test(String(reply.getHeader('content-type')))) return body;
  varyByEncoding(reply);
  if (!isCompressed(body, encoding)) return body;
  reply.header('content-encoding', encoding).removeHeader('content-length');
  return compressors[encoding](body);
}

/** The same of JSON, whose other headers are known. */
export async function encodeJson(body: Buffer, encoding: Encoding) {
  const vary = { vary: 'Accept-Encoding' };
  if (!isCompressed(body, encoding)) return { body, headers: vary };
  return {
    body: await compressors[encoding](body),
    headers: { ...vary, 'content-encoding': encoding },
  };
}

function isCompressed(
  { length }: Buffer,
  encoding: Encoding,
): encoding is keyof typeof compressors {
  return encoding !== 'identity' && length >= leastBytesToCompress;
}

export function varyByEncoding(reply: FastifyReply): void {
  const vary = [reply.getHeader('vary'), 'Accept-Encoding'].flat().filter(Boolean);
  reply.header('vary', vary.join(', '));
}
