import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect } from 'vitest';

export interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
  rawPayload: Buffer;
  body: string;
}

/** A client of a server that listens, on one connection that is kept. */
export function clientOf(app: FastifyInstance) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  app.addHook('onClose', async () => agent.destroy());
  return async ({ url, method = 'GET', headers, payload }: InjectOptions): Promise<Answer> => {
    const { port } = app.server.address() as AddressInfo;
    const { pathname, search } = new URL(String(url), 'http://localhost');
    const path = pathname + search;
    const sent = request({ host: '127.0.0.1', port, agent, path, method });
    for (const [name, value] of Object.entries(headers ?? {}))
      if (value !== undefined) sent.setHeader(name, value);
    if (typeof payload === 'object') sent.setHeader('content-type', 'application/json');
    sent.end(typeof payload === 'object' ? JSON.stringify(payload) : payload);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const rawPayload = Buffer.concat(await response.toArray());
    const { statusCode = 0, headers: got } = response;
    return { statusCode, headers: got, rawPayload, body: rawPayload.toString() };
  };
}

/** That what stands in front of the framework answers as the framework does. */
export function expectSame(inFront: Answer, byFramework: Answer, told: string): void {
  expect(shown(inFront, byFramework), told).toEqual(shown(byFramework, byFramework));
}

/** What came, as far as it depends on what was asked: each answer has its own time, id and connection. */
function shown({ statusCode, headers, rawPayload }: Answer, byFramework: Answer) {
  const {
    date: _date,
    connection: _connection,
    'keep-alive': _alive,
    'transfer-encoding': _encoding,
    ...those
  } = headers;
  // An export that has nothing is known to be empty once a connection writes it.
  if (byFramework.headers['content-length'] === undefined) delete those['content-length'];
  const body = rawPayload.toString('latin1').replaceAll(/urn:uuid:[\w-]+/g, 'urn:uuid:…');
  return { statusCode, headers: those, body };
}
