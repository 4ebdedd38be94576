import type {
  FastifyInstance,
  FastifySchema,
  FastifySchemaCompiler,
  RouteGenericInterface,
} from 'fastify';

/** An answer made of content: JSON, and where related things are. */
export interface ContentAnswer {
  body: Buffer | string;
  /** RFC 8288; empty where there is none. */
  link: string;
  /** False of what wasn't counted to its end for lack of time: it may be so the next time, so nobody keeps it. */
  isWhole?: boolean;
}

/** What is asked for. */
export interface Address<Params = unknown, Query = unknown> {
  params: Params;
  query: Query;
  /** Path and parameters, as they came. */
  url: string;
}

/** @throws ProblemError */
export type AnswerContent<Params = unknown, Query = unknown> = (
  address: Address<Params, Query>,
) => Promise<ContentAnswer>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers by the address alone, so it may be asked in front of the framework. */
    answerContent?: AnswerContent;
  }
}

/** GET of a path whose answer depends on the content and on the address, and on nothing else. */
export function getContent<Route extends RouteGenericInterface>(
  app: FastifyInstance,
  path: string,
  schema: FastifySchema,
  answer: AnswerContent<Route['Params'], Route['Querystring']>,
  validatorCompiler?: FastifySchemaCompiler<FastifySchema>,
): void {
  const answerContent = answer as AnswerContent;
  const options = {
    schema,
    config: { answerContent },
    ...(validatorCompiler && { validatorCompiler }),
  };
  app.get(path, options, async (request, reply) => {
    const { body, ...rest } = await answerContent(request);
    return reply.headers(headersOf(rest)).send(body);
  });
}

/** The headers that a route gives its answer. */
export function headersOf({ link, isWhole = true }: Omit<ContentAnswer, 'body'>) {
  return {
    ...(link !== '' && { link }),
    'content-type': 'application/json; charset=utf-8',
    'cache-control': isWhole ? 'no-cache' : 'no-store',
  };
}
