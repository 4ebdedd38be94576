import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { unavailable } from './problems.ts';

/** A turn of the event loop that takes this long on average means that requests only pile up. */
const usualTurnMs = 1000;

/** Refuses at once what would wait too long; health and metrics are answered all the same. Before what does work. */
export async function registerOverload(
  app: FastifyInstance,
  longestTurnMs = usualTurnMs,
): Promise<void> {
  let told: number | undefined;
  await app.register(underPressure, {
    maxEventLoopDelay: longestTurnMs,
    pressureHandler: ({ routeOptions: { url } }, _reply, _type, delay) => {
      if (url?.startsWith('/health/') || url === '/metrics') return;
      if (delay !== told) app.log.warn({ eventLoopDelayMs: delay }, 'overloaded');
      told = delay;
      throw unavailable('The server has more to do than it can.');
    },
  });
}
