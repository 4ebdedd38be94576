import type { FastifyInstance, FastifyReply } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { noSuchItem } from '../http/problems.ts';
import { file, problems, successOf } from '../http/responses.ts';
import type { Threads } from '../http/threads.ts';
import { slug } from '../model/identifiers.ts';
import { object, ref } from '../model/schema.ts';
import { findMeant } from '../resource/hints.ts';
import type { LinkedNode } from '../resource/linked-data.ts';
import type { FactType } from '../resource/resource.ts';
import type { Store } from '../store/store.ts';
import { readStored, type StoredArticle, writeJsonLd } from './graph.ts';

const Node = Type.Unsafe<LinkedNode>({
  $id: 'LinkedNode',
  type: 'object',
  description: 'A thing or an annotation, by these contexts.',
  additionalProperties: true,
});

const LinkedData = object('LinkedData', 'An article in JSON-LD 1.1.', {
  '@context': Type.Array(Type.String(), { description: 'Where the contexts are.' }),
  '@graph': Type.Array(ref(Node), { description: 'The article, its facts, their anchors.' }),
});

/** The schemas of the route; all their components have to be known to the server. */
export const linkedDataSchemas: TSchema[] = [LinkedData];

/** So many mentions are soon written. */
const fewMentions = 500;

interface Parts {
  factTypes: readonly FactType[];
  store: Store;
  threads: Threads;
  /** The module that the threads run. */
  worker: URL;
}

/** GET /v1/articles/{article}/linked-data, and the same as Turtle. */
export function registerLinkedData(
  app: FastifyInstance,
  { factTypes, store, threads, worker }: Parts,
): void {
  const path = '/v1/articles/:article/linked-data';
  const parameters = {
    params: Type.Object({
      article: slug('Id of the article.', { examples: ['putin-china-visit-2024'] }),
    }),
    querystring: Type.Object({}, { additionalProperties: false }),
  };
  const errors = problems('invalid-parameter', 'not-found');

  app.get<{ Params: { article: string } }>(
    path,
    {
      schema: {
        operationId: 'getLinkedData',
        tags: ['Articles'],
        summary: 'Get linked data',
        description:
          'The article and its facts as JSON-LD: schema.org for what they are, Web Annotations for where the text states them, Wikidata as `sameAs`. What was said verbatim is a Quotation, else a Claim; who is named for what was not said is only mentioned.',
        ...parameters,
        response: {
          ...successOf('application/ld+json', LinkedData, 'The article.'),
          ...errors,
        },
      },
    },
    async ({ params: { article } }, reply) => {
      const stored = await read(article);
      const text =
        stored.mentions.length <= fewMentions
          ? writeJsonLd(stored, factTypes)
          : await threads.run<StoredArticle, string>(worker, 'toJsonLd', stored);
      return send(reply, article, 'application/ld+json', text);
    },
  );

  app.get<{ Params: { article: string } }>(
    `${path}.ttl`,
    {
      schema: {
        operationId: 'getLinkedDataTurtle',
        tags: ['Articles'],
        summary: 'Get linked data as Turtle',
        description: 'The same in RDF 1.1 Turtle.',
        ...parameters,
        response: { ...file('text/turtle', 'The article.'), ...errors },
      },
    },
    async ({ params: { article } }, reply) => {
      const stored = await read(article);
      const text = await threads.run<StoredArticle, string>(worker, 'toTurtle', stored);
      return send(reply, article, 'text/turtle; charset=utf-8', text);
    },
  );

  async function read(article: string): Promise<StoredArticle> {
    const stored = await store.read((reading) => readStored(reading, factTypes, article));
    if (stored === null)
      throw noSuchItem('article', article, await findMeant(store, 'articles', article));
    return stored;
  }
}

function send(reply: FastifyReply, article: string, type: string, text: string): FastifyReply {
  return reply.header('link', `</v1/articles/${article}>; rel="about"`).type(type).send(text);
}
