import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { createServer } from './node-http.ts';

/** Answers a request, or lets it go on to the framework, which tells the error, where there is one. */
export type AnswerFirst = (
  request: IncomingMessage,
  response: ServerResponse,
  goOn: (error?: Error) => void,
) => void;

/** Sees a request before anything else; where it gives an error, that is the answer. */
type Guard = (request: IncomingMessage, response: ServerResponse) => Error | null;

/** What stands in front of the framework. */
export interface Front {
  serverFactory: FastifyServerFactory;
  /** Lets the framework answer with the errors that come up here. To be called before what answers. */
  tellErrors(app: FastifyInstance): void;
  /** From now on, `guard` sees every request, overloaded or not. */
  guard(guard: Guard): void;
  /**
   * From now on, `answer` gets every request first; but not while the server is overloaded or stops, as
   * the framework's hooks see to that.
   */
  open(app: FastifyInstance, answer: AnswerFirst, stopping?: AbortSignal): void;
}

/**
 * Lets a kept answer be sent before the framework makes its objects of the request, finds the route and
 * runs the hooks: that takes half as long again as the answer itself.
 */
export function createFront(): Front {
  let answerFirst: AnswerFirst = (_request, _response, goOn) => goOn();
  let guard: Guard = () => null;
  const errors = new WeakMap<IncomingMessage, Error>();
  return {
    serverFactory: (handle) =>
      createServer(
        {
          requireHostHeader: false,
          headersTimeout: 10_000,
          requestTimeout: 10_000,
          keepAliveTimeout: 72_000,
          connectionsCheckingInterval: 1_000,
        },
        (request, response) => {
          const goOn = (error?: Error) => {
            if (error !== undefined) errors.set(request, error);
            handle(request, response);
          };
          const refusal = guard(request, response);
          if (refusal === null) answerFirst(request, response, goOn);
          else goOn(refusal);
        },
      ),
    tellErrors(app) {
      app.addHook('onRequest', ({ raw }, _reply, done) => done(errors.get(raw)));
    },
    guard(given) {
      guard = given;
    },
    open(app, answer, stopping) {
      let isClosing = false;
      app.addHook('preClose', async () => {
        isClosing = true;
      });
      answerFirst = (request, response, goOn) => {
        if (isClosing || stopping?.aborted || app.isUnderPressure()) goOn();
        else answer(request, response, goOn);
      };
    },
  };
}
