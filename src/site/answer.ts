import type { FastifyReply, FastifyRequest } from 'fastify';

/** HTML for whoever prefers it, which browsers do; JSON for everybody else. */
export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  data: object,
  html: () => string,
) {
  reply.header('vary', 'Accept');
  return request.accepts().type(['json', 'html']) === 'html'
    ? reply.type('text/html; charset=utf-8').send(html())
    : reply.type('application/json; charset=utf-8').send(JSON.stringify(data));
}
