import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Lets a page of any origin read an answer. */
export const openToAnyPage = { 'access-control-allow-origin': '*' } as const;

/** Open for reading from any page, framed by none; nothing loads from elsewhere, over plain HTTP too. */
export async function registerSecurity(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
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
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Whether there is TLS, and for how long, is for whoever terminates it to say.
    strictTransportSecurity: false,
  });
  await app.register(cors, {
    origin: '*',
    // What is posted is only read; writing is PUT and DELETE.
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['Content-Disposition', 'ETag', 'Link', 'Retry-After'],
    strictPreflight: false,
    preflightContinue: true,
  });
}
