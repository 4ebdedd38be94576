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
  return (request, response) => new Requester(request, response, isTrusted);
}

type IsTrusted = Parameters<typeof proxyAddr>[1];

/**
 * A class, as a getter in an object literal gives each object a hidden class of its own, which keeps the request
 * and its response alive until old garbage is collected.
 */
class Requester implements Asker {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #isTrusted: IsTrusted;

  constructor(request: IncomingMessage, response: ServerResponse, isTrusted: IsTrusted) {
    this.#request = request;
    this.#response = response;
    this.#isTrusted = isTrusted;
  }

  get name(): string {
    return normalizeIP(proxyAddr(this.#request, this.#isTrusted) ?? '');
  }

  readonly isGone = () => this.#response.destroyed;
}
