import type { JSONRPCRequest, Result, ServerContext } from '@modelcontextprotocol/server';
import type { FastifyInstance } from 'fastify';
import type { Resource } from '../resource/resource.ts';
import { type AskRoute, createAskRoute, ToolError } from './ask-route.ts';
import { completeId, describeTemplates, readItem } from './fact-resources.ts';
import { describeMalformed } from './malformed.ts';
import type { Operations } from './operations.ts';
import { describePrompts, writePrompt } from './prompts.ts';
import type { Sdk } from './sdk.ts';
import { makeTools } from './tools.ts';

const instructions =
  'Facts of news articles: who said what, who took part in what, when, where and how much. The articles’ texts are not stored: each fact has mentions, the spans of the text that state it (start, end: Unicode code points, 0-based, end-exclusive) and their words (exact). Cite a fact by its id, its article, span and exact. `text` of an indirect or mixed quote, titles, labels and translations of origin editorial are the annotators’ words, not the article’s. A quote without speakers is in the narrator’s voice. What is null, empty, affirmed or of role content is left out of answers; texts come in English where there are some. Ids come from resolve_name or search_facts. A hint says what was meant by an id that doesn’t exist. Nothing can be written here.';

/** What is the same for all requests, made for the first one. */
export interface Serving {
  app: FastifyInstance;
  operations: Operations;
  resources: readonly Resource[];
  /** Of this program. */
  version: string;
}

/** By this, the request that a server is made for says from which address it came. */
export const addressHeader = 'article-facts-address';

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/** As long as this version runs. */
const unchanging = { ttlMs: 3_600_000, cacheScope: 'public' } as const;

/** Makes servers that share their tools: one a request over HTTP, one a connection over stdio. */
export function createServers({ app, operations, resources: all, version }: Serving, sdk: Sdk) {
  const resources = all.filter(({ example }) => example !== null);
  const lookUp = (name: string) => app.getSchema(name) as object;
  const tools = makeTools({ operations, lookUp, resources });
  const definitions = Array.from(tools.values(), ({ definition }) => definition);
  const serverInfo = { name: 'article-facts', version };
  const { INVALID_PARAMS, ProtocolError } = sdk;

  /** What a caller did wrong where no tool is called is an error of the protocol. */
  async function orRefuse<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ToolError) throw new ProtocolError(INVALID_PARAMS, error.message);
      throw error;
    }
  }

  /** Tells what is wrong with the shape of a message as what it is: a fault of who sent it. */
  class Server extends sdk.Server {
    protected override _wrapHandler(method: string, handler: Handler): Handler {
      const answer = super._wrapHandler(method, handler);
      return async (request, context) => {
        try {
          return await answer(request, context);
        } catch (error) {
          const malformed = describeMalformed(method, error);
          throw malformed === null ? error : new ProtocolError(INVALID_PARAMS, malformed);
        }
      };
    }
  }

  /** @param context of a server over HTTP, with the request that it answers */
  return function createServer(context?: { requestInfo?: Request }) {
    const address = context?.requestInfo?.headers.get(addressHeader) ?? undefined;
    const server = new Server(serverInfo, {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      instructions,
      cacheHints: {
        'server/discover': unchanging,
        'tools/list': unchanging,
        'prompts/list': unchanging,
        'resources/list': unchanging,
        'resources/templates/list': unchanging,
      },
    });
    const asking = (signal: AbortSignal): AskRoute =>
      createAskRoute(app, operations, { address, signal });

    server.setRequestHandler('tools/list', () => ({ tools: definitions }));
    server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
      const tool = tools.get(params.name);
      if (tool === undefined) {
        const known = [...tools.keys()].join(', ');
        const name = JSON.stringify(params.name.slice(0, 100));
        throw new ProtocolError(INVALID_PARAMS, `There is no tool ${name}; there are ${known}.`);
      }
      try {
        const answer = await tool.call(params.arguments ?? {}, asking(mcpReq.signal));
        return {
          content: [{ type: 'text', text: JSON.stringify(answer) }],
          structuredContent: answer,
        };
      } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        return { content: [{ type: 'text', text: error.message }], isError: true };
      }
    });

    server.setRequestHandler('resources/list', () => ({ resources: [] }));
    server.setRequestHandler('resources/templates/list', () => ({
      resourceTemplates: describeTemplates(resources),
    }));
    server.setRequestHandler('resources/read', ({ params: { uri } }, { mcpReq }) =>
      orRefuse(async () => {
        const item = await readItem(uri, resources, asking(mcpReq.signal));
        if (item === null)
          throw new ToolError('Resources are named as resources/templates/list says.');
        const text = JSON.stringify(item);
        return { contents: [{ uri, mimeType: 'application/json', text }] };
      }),
    );
    server.setRequestHandler('completion/complete', ({ params }, { mcpReq }) =>
      orRefuse(async () => {
        const { ref, argument } = params;
        const isOfResource = ref.type === 'ref/resource';
        const values = isOfResource
          ? await completeId(ref.uri, argument.value, resources, asking(mcpReq.signal))
          : [];
        return { completion: { values } };
      }),
    );

    server.setRequestHandler('prompts/list', () => ({ prompts: describePrompts() }));
    server.setRequestHandler('prompts/get', ({ params }) =>
      orRefuse(async () => {
        const prompt = writePrompt(params.name, params.arguments);
        if (prompt === null) throw new ToolError('There is no such prompt.');
        const { description, text } = prompt;
        return { description, messages: [{ role: 'user', content: { type: 'text', text } }] };
      }),
    );
    return server;
  };
}
