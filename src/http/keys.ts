import { createHash, timingSafeEqual } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noKeys, tooManyWrongKeys, wrongKey } from './problems.ts';

/** Somebody who may write. */
export interface ApiKey {
  name: string;
  /** SHA-256 of the key. */
  digest: Buffer;
}

/** So many wrong keys a minute are answered one by one, by address. */
const mostWrongKeys = 20;

declare module 'fastify' {
  interface FastifyRequest {
    /** Name of the key that the request came with. */
    keyName: string | null;
  }
}

/**
 * Makes the hook for routes that write: it lets a request with a key pass, before its body is read. A
 * right key always passes; it is of 256 bits, so that what is limited is the noise of guessing.
 */
export async function registerKeys(app: FastifyInstance, keys: readonly ApiKey[]) {
  app.decorateRequest('keyName', null);
  await app.register(rateLimit, { global: false });
  const countWrongKey = app.createRateLimit({ max: mostWrongKeys, timeWindow: '1 minute' });
  return async (request: FastifyRequest): Promise<void> => {
    if (keys.length === 0) throw noKeys();
    const presented = readKey(request.headers.authorization);
    const known = presented === null ? undefined : findKey(keys, presented);
    if (known !== undefined) {
      request.keyName = known.name;
      return;
    }
    if (presented === null) throw wrongKey('A key is needed: send Authorization: Bearer KEY.');
    const limit = await countWrongKey(request);
    if (!limit.isAllowed && limit.isExceeded) throw tooManyWrongKeys(limit.ttlInSeconds);
    throw wrongKey('The key is not one that this server knows.');
  };
}

function readKey(authorization: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** Every key is compared, in the same time whether it is right or not. */
function findKey(keys: readonly ApiKey[], presented: string): ApiKey | undefined {
  const digest = createHash('sha256').update(presented).digest();
  return keys.filter((key) => timingSafeEqual(key.digest, digest))[0];
}
