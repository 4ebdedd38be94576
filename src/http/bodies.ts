import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ValidateFunction } from 'ajv';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { JsonError, readJson } from '../model/json.ts';
import { findUnfitValues } from '../model/unfit-values.ts';
import { toFaults } from '../model/validation.ts';
import { bodyTooLarge, invalidBody, unsupportedBody } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler reads and checks the body itself, elsewhere than on the event loop. */
    bodyAsBytes?: true;
  }
}

/**
 * JSON is the one type of body, uncompressed and in UTF-8. What the headers give away is refused
 * before anything is read; a client that waits for 100 Continue is told to go on only after that.
 */
export function registerBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    ({ routeOptions: { schema, config } }, bytes, done) => {
      if (bytes.length === 0 && schema?.body === undefined) return done(null);
      if (config.bodyAsBytes) return done(null, bytes);
      try {
        done(null, readJson(bytes));
      } catch (error) {
        done(error instanceof JsonError ? invalidBody(error.faults) : (error as Error));
      }
    },
  );

  const waiting = new WeakSet<ServerResponse>();
  app.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    waiting.add(response);
    // If it is refused, nobody knows whether the body still comes.
    response.setHeader('connection', 'close');
    app.server.emit('request', request, response);
  });

  app.addHook('preParsing', (request, { raw }, _payload, done) => {
    // Many clients send the type of a body with every request.
    if (!announcesBody(request.headers)) delete request.raw.headers['content-type'];
    const refusal = refuseByHeaders(request);
    if (refusal === null && waiting.delete(raw)) {
      raw.removeHeader('connection');
      raw.writeContinue();
    }
    done(refusal);
  });
}

function refuseByHeaders(request: FastifyRequest): Error | null {
  const { headers, mediaType, routeOptions } = request;
  if (routeOptions.schema?.body === undefined) return null;
  if (!announcesBody(headers))
    return invalidBody([{ pointer: '', detail: 'must be given, as application/json' }]);
  const length = Number(headers['content-length'] ?? 0);
  if (length > routeOptions.bodyLimit) return bodyTooLarge(routeOptions.bodyLimit);
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    return unsupportedBody('Content-Encoding', 'must be left out: compressed bodies are not taken');
  if (mediaType !== 'application/json')
    return unsupportedBody('Content-Type', 'must be application/json');
  const charset = headers['content-type']?.match(/;\s*charset="?([^\s;"]*)/i)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    return unsupportedBody('Content-Type', 'must have no charset but utf-8');
  return null;
}

function announcesBody(headers: IncomingHttpHeaders): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    (headers['content-length'] !== undefined && headers['content-length'] !== '0')
  );
}

/** Checks a body that was read: nothing is coerced or left out, and all faults are told at once. */
export function checkBody(validate: ValidateFunction, body: unknown) {
  const faults = findUnfitValues(body);
  if (!validate(body)) faults.push(...toFaults(validate.errors ?? []));
  return faults.length > 0 ? { error: invalidBody(faults) } : { value: body };
}
