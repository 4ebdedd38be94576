import { Socket } from 'node:net';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { IncomingMessage, ServerResponse } from './node-http.ts';

/** Lets a page of any origin read an answer. */
export const openToAnyPage = { 'access-control-allow-origin': '*' } as const;

const exposed = ['Content-Disposition', 'ETag', 'Link', 'Retry-After'];

/**
 * What every answer to GET under /v1 has, whatever was asked for.
 * @param more headers that a page may read, beside those that there always are
 */
export function usualHeaders(more: readonly string[] = []) {
  return {
    ...dataHeaders,
    ...openToAnyPage,
    'access-control-expose-headers': [...exposed, ...more].join(', '),
  };
}

const openToAnyOrigin = { policy: 'cross-origin' } as const;

const pageProtection: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      scriptSrc: ["'self'"],
      // Swagger UI sets style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  crossOriginResourcePolicy: openToAnyOrigin,
  // Whether there is TLS, and for how long, is for whoever terminates it to say.
  strictTransportSecurity: false,
};

/** What is no page has nothing to load, no links to follow and no windows to open. */
const dataProtection: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  crossOriginResourcePolicy: openToAnyOrigin,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** What protects pages. */
export const pageHeaders = headersBy(pageProtection);
const dataHeaders = headersBy(dataProtection);

/** They are the same in every answer, so Helmet makes them once, on a response that goes nowhere. */
function headersBy(protection: HelmetOptions) {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(protection)(response.req, response, (error) => {
    if (error !== undefined) throw error;
  });
  return response.getHeaders();
}

/**
 * Open for reading from any page, framed by none; nothing loads from elsewhere, over plain HTTP too.
 * @param more as of `usualHeaders`
 */
export async function registerSecurity(
  app: FastifyInstance,
  more: readonly string[] = [],
): Promise<void> {
  app.addHook('onRequest', ({ url }, reply, done) => {
    reply.headers(url.startsWith('/v1/') ? dataHeaders : pageHeaders);
    done();
  });
  await app.register(cors, {
    origin: '*',
    // What is posted is only read; writing is PUT and DELETE.
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: [...exposed, ...more],
    strictPreflight: false,
    preflightContinue: true,
  });
}
