import type { FastifyInstance } from 'fastify';
import { unavailable } from './problems.ts';

/**
 * Once the process is to stop, readiness fails and no connection is kept, so that whoever
 * distributes requests sends them elsewhere; those that come are answered. Before what answers.
 */
export function registerDraining(app: FastifyInstance, stopping: AbortSignal): void {
  app.addHook('onRequest', ({ routeOptions }, reply, done) => {
    if (!stopping.aborted) return done();
    reply.header('connection', 'close');
    done(
      routeOptions.url === '/health/ready'
        ? unavailable('The server is shutting down.')
        : undefined,
    );
  });
}
