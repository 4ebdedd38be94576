import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import { normalizeIP } from '@fastify/rate-limit';

/** Whoever waits for the answer to a request. */
export interface Asker {
  /** The address; of IPv6 the network of 64 bits, as each customer has one of these at least. */
  readonly name: string;
  /** Whether they have hung up. */
  isGone(): boolean;
}

/** Tells who asks; the address is looked up only when it is needed. */
export type FindAsker = (request: IncomingMessage, response: ServerResponse) => Asker;

/** @param trustProxy the proxies whose X-Forwarded-For is believed */
export function createFindAsker(trustProxy: readonly string[] | false): FindAsker {
  const isTrusted = trustProxy === false ? () => false : proxyAddr.compile([...trustProxy]);
  return (request, response) => ({
    get name() {
      return normalizeIP(proxyAddr(request, isTrusted) ?? '');
    },
    isGone: () => response.destroyed,
  });
}
