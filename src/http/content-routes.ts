import type { FastifyInstance, FastifySchema } from 'fastify';
import createRouter from 'find-my-way';
import type { Address, AnswerContent } from './content-route.ts';
import { parseQuery } from './query.ts';

/** A request to one of them, its parameters read. */
export interface ContentRequest {
  /** The pattern of the path. */
  route: string;
  answer: AnswerContent;
  address: Address;
}

/** The routes whose answers depend on the content and on the address alone. */
export interface ContentRoutes {
  /** Null of any other path, and where parameters are wrong: the framework tells of that. */
  find(url: string): ContentRequest | null;
}

type Read = (value: unknown) => unknown;

interface Stored {
  route: string;
  answer: AnswerContent;
  readParams: Read;
  readQuery: Read;
}

/** To be called before the routes are declared. */
export function collectContentRoutes(app: FastifyInstance): ContentRoutes {
  const router = createRouter({ maxParamLength: 256, querystringParser: parseQuery });
  app.addHook('onRoute', ({ url: route, method, config, schema, validatorCompiler }) => {
    const answer = config?.answerContent;
    // HEAD of it is declared by the framework.
    if (answer === undefined || method !== 'GET') return;
    const compile = validatorCompiler ?? app.validatorCompiler;
    if (compile === undefined) throw new Error('nothing reads parameters yet');
    const readerOf = (httpPart: string, part: unknown): Read =>
      part === undefined
        ? (value) => ({ value })
        : compile({ schema: part as FastifySchema, httpPart, method, url: route });
    const stored: Stored = {
      route,
      answer,
      readParams: readerOf('params', schema?.params),
      readQuery: readerOf('querystring', schema?.querystring),
    };
    router.on('GET', route, () => {}, stored);
  });
  return {
    find(url) {
      const found = router.find('GET', url);
      if (found === null) return null;
      const { route, answer, readParams, readQuery }: Stored = found.store;
      const params = readParams(found.params);
      const query = readQuery(found.searchParams);
      if (!isRead(params) || !isRead(query)) return null;
      return { route, answer, address: { params: params.value, query: query.value, url } };
    },
  };
}

function isRead(read: unknown): read is { value: unknown } {
  return typeof read === 'object' && read !== null && 'value' in read;
}
