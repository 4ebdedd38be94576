import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerAndDrain, isStillSent } from './lingering.ts';
import { STATUS_CODES } from './node-http.ts';
import { prefersHtml } from './prefers-html.ts';
import { type Problem, ProblemError } from './problem.ts';
import type { Slug } from './problem-kinds.ts';
import { bodyTooLarge, internalError, noSuchPath, unknownExpectation } from './problems.ts';
import { findMalformation } from './request-form.ts';
import { openToAnyPage, pageHeaders, usualHeaders } from './security.ts';

const problemType = 'application/problem+json; charset=utf-8';

/** An error as a page, for whoever reads it in a browser. */
export type ToPage = (problem: Problem, url: string) => string;

/** What an error of a part that knows nothing of HTTP is answered with; null of one that is a fault. */
export type ToProblem = (error: unknown) => ProblemError | null;

/**
 * Answers every error that happens inside of a request, the router's and the parsers' included, as a
 * problem; browsers get the same as a page. No hook sees the errors of the router, and some requests are refused
 * before the hooks that add the headers of all answers, so these are added here.
 * @param exposed as of `usualHeaders`
 */
export function createErrorAnswer(
  toPage: ToPage,
  toProblem: ToProblem,
  exposed: readonly string[] = [],
) {
  const ofData = { ...usualHeaders(exposed), vary: 'Accept' };
  const ofPage = { ...ofData, ...pageHeaders };
  return function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const problem = toProblem(error) ?? toProblemError(error, request);
    if (problem !== error && problem.statusCode >= 500)
      request.log.error({ err: error }, 'request failed');
    const told = problem.toProblem(request.id);
    const isPage = prefersHtml(request.raw);
    const answer = isPage ? toPage(told, request.url) : JSON.stringify(told);
    reply
      .code(problem.statusCode)
      .headers({ ...(isPage ? ofPage : ofData), ...problem.headers })
      .type(isPage ? 'text/html; charset=utf-8' : problemType);
    if (reply.getHeader('connection') !== 'close' || !isStillSent(request.raw))
      return reply.send(answer);
    return reply
      .header('content-length', Buffer.byteLength(answer))
      .send(answerAndDrain(request.raw, answer));
  };
}

export function registerErrors(
  app: FastifyInstance,
  answerError: ReturnType<typeof createErrorAnswer>,
): void {
  app.setErrorHandler(answerError);
  // For plugins that look for something themselves, as Swagger UI does for its files.
  app.setNotFoundHandler((request) => {
    throw noSuchPath(request.url);
  });
  app.addHook('onRequest', ({ raw }, _reply, done) => done(findMalformation(raw) ?? undefined));
  // Node would refuse it with an empty body.
  app.server.on('checkExpectation', (_request, response: ServerResponse) => {
    const problem = unknownExpectation().toProblem(null);
    response.writeHead(problem.status, { 'content-type': problemType, connection: 'close' });
    response.end(JSON.stringify(problem));
  });
}

/** What Fastify itself refuses, and why. */
const frameworkProblems: Readonly<Record<string, [Slug, string]>> = {
  FST_ERR_BAD_URL: ['malformed-request', 'The path of the URL is not valid percent-encoded UTF-8.'],
  FST_ERR_MAX_PARAM_LENGTH: ['url-too-long', 'A part of the path is too long for any id.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'A body of this type is not taken.'],
};

function toProblemError(error: unknown, { routeOptions }: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(routeOptions.bodyLimit);
  const known = frameworkProblems[code];
  if (known !== undefined) return new ProblemError(...known);
  if (statusCode >= 400 && statusCode < 500)
    return new ProblemError('malformed-request', 'The request can’t be read.');
  return internalError();
}

const parserProblems: Readonly<Record<string, [Slug, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'URL and headers together are over 16 KB.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not arrive in time.'],
};

export interface ClientErrors {
  /** Sees every request, so that none is answered twice. */
  watch(server: Server): void;
  answer(error: NodeJS.ErrnoException, socket: Socket): void;
}

/** For what Node's parser refuses: no request exists yet, so the answer is written to the socket. */
export function createClientErrors(): ClientErrors {
  const responses = new WeakMap<Socket, ServerResponse>();
  return {
    watch(server) {
      server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
        responses.set(socket, response);
      });
    },
    answer(error, socket) {
      const response = responses.get(socket);
      if (error.code === 'ECONNRESET' || !socket.writable || isUnderWay(response)) {
        socket.destroy();
        return;
      }
      const [slug, detail] = parserProblems[error.code ?? ''] ?? [
        'malformed-request',
        'The request is not valid HTTP.',
      ];
      socket.end(writeAnswer(new ProblemError(slug, detail)));
      // The other side may never hang up.
      socket.setTimeout(1000, () => socket.destroy());
    },
  };
}

/** Another answer would get mixed up with one that isn't over, or be the second one to its request. */
function isUnderWay(response: ServerResponse | undefined): boolean {
  if (response === undefined || !response.headersSent) return false;
  return !response.req.complete || !response.writableFinished;
}

function writeAnswer(error: ProblemError): string {
  const body = JSON.stringify(error.toProblem(null));
  return [
    `HTTP/1.1 ${error.statusCode} ${STATUS_CODES[error.statusCode]}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(openToAnyPage).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
