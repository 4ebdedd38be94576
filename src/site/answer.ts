import type { FastifyReply, FastifyRequest } from 'fastify';
import { prefersHtml } from '../http/prefers-html.ts';

/** HTML for whoever prefers it, which browsers do; JSON for everybody else. */
export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  data: object,
  html: () => string,
) {
  reply.header('vary', 'Accept');
  return prefersHtml(request.raw)
    ? reply.type('text/html; charset=utf-8').send(html())
    : reply.type('application/json; charset=utf-8').send(JSON.stringify(data));
}
