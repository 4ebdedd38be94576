import type { FastifyInstance } from 'fastify';
import { JsonError, readJson } from '../model/json.ts';
import { checkOrigin } from './origin.ts';
import { importSdk } from './sdk.ts';
import { addressHeader, createServers, type Serving } from './server.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What makes a server of the Model Context Protocol for a connection. */
    mcpServers(): Promise<ReturnType<typeof createServers>>;
  }
}

/** A text to verify, and what stands around it. */
const mostBytes = 1024 * 1024 + 16 * 1024;

/**
 * POST /mcp: the Model Context Protocol over streamable HTTP, without sessions. What is wrong with the
 * request is answered as everywhere; what is wrong with the message in it, as JSON-RPC has it.
 */
export function registerMcp(
  app: FastifyInstance,
  serving: Serving,
  publicUrl: string | null,
): void {
  // For who serves the same over another transport.
  app.decorate('mcpServers', async () => createServers(serving, await importSdk()));
  let opened: ReturnType<typeof open> | undefined;

  async function open() {
    const sdk = await importSdk();
    return sdk.createMcpHandler(createServers(serving, sdk), {
      // Nothing is subscribed to, so no stream stays open.
      maxSubscriptions: 0,
      keepAliveMs: 0,
      onerror: (err) => app.log.debug({ err }, 'a message to /mcp was refused'),
    });
  }
  app.addHook('onClose', async () => (await opened)?.close());

  app.post<{ Body: Buffer }>(
    '/mcp',
    {
      bodyLimit: mostBytes,
      // With a body, as it says, the headers of one are checked before it is read.
      schema: { hide: true, body: {} },
      config: { bodyAsBytes: true },
      onRequest: async ({ raw }) => checkOrigin(raw, publicUrl),
    },
    async ({ body, headers, ip }, reply) => {
      const message = read(body);
      if (message instanceof Refusal) return reply.code(400).type(json).send(message.answer);
      opened ??= open();
      const { fetch } = await opened;
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const response = await fetch(
        new Request('http://localhost/mcp', {
          method: 'POST',
          headers: toHeaders(headers, ip),
          body: new Uint8Array(body),
          signal: gone.signal,
        }),
        { parsedBody: message },
      );
      // Every answer belongs to its request.
      reply.code(response.status).header('cache-control', 'no-store');
      const type = response.headers.get('content-type');
      if (type !== null) reply.type(type);
      return reply.send(response.status === 202 ? undefined : await response.text());
    },
  );
}

const json = 'application/json; charset=utf-8';

/** The headers that the protocol knows, and the address that they came from. */
function toHeaders(headers: NodeJS.Dict<string | string[]>, address: string): Headers {
  const known = Object.entries(headers).filter(([name]) =>
    /^(?:accept|content-type|mcp-.*)$/.test(name),
  );
  return new Headers([
    ...known.map(([name, value]): [string, string] => [name, String(value)]),
    [addressHeader, address],
  ]);
}

/** A message that is none, with the answer to it. */
class Refusal {
  readonly answer: object;
  constructor(code: number, message: string) {
    this.answer = { jsonrpc: '2.0', id: null, error: { code, message } };
  }
}

const [parseError, invalidRequest] = [-32700, -32600];

function read(body: Buffer): unknown {
  try {
    const message = readJson(body);
    return Array.isArray(message)
      ? new Refusal(invalidRequest, 'Send one message a request: batches are not taken.')
      : message;
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const [fault] = error.faults;
    return new Refusal(parseError, `${fault?.pointer || 'The body'} ${fault?.detail}.`);
  }
}
