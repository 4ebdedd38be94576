import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { noSuchItem } from '../http/problems.ts';
import { problems, successOf } from '../http/responses.ts';
import type { Article } from '../model/article.ts';
import { slug } from '../model/identifiers.ts';
import type { FactMention } from '../model/mention.ts';
import { object, ref } from '../model/schema.ts';
import { findMeant } from '../resource/hints.ts';
import type { LinkedNode } from '../resource/linked-data.ts';
import type { FactType } from '../resource/resource.ts';
import { selectArticle, selectFactsOf, selectSharedOf } from '../store/read/article.ts';
import type { Reading } from '../store/read/reading.ts';
import type { Store } from '../store/store.ts';
import { toAnnotation, toNewsArticle } from './article.ts';
import { contextPath } from './context.ts';

const Node = Type.Unsafe<LinkedNode>({
  $id: 'LinkedNode',
  type: 'object',
  description: 'A thing: `@id`, `@type`, and properties by the terms of the context.',
  additionalProperties: true,
});

const LinkedData = object('LinkedData', 'An article in JSON-LD 1.1.', {
  '@context': Type.String({ description: 'Path of the context.' }),
  '@graph': Type.Array(ref(Node), { description: 'The article, its facts and their anchors.' }),
});

/** The schemas of the route; all their components have to be known to the server. */
export const linkedDataSchemas: TSchema[] = [LinkedData];

/** GET /v1/articles/{article}/linked-data */
export function registerLinkedData(
  app: FastifyInstance,
  factTypes: readonly FactType[],
  store: Store,
): void {
  app.get<{ Params: { article: string } }>(
    '/v1/articles/:article/linked-data',
    {
      schema: {
        operationId: 'getLinkedData',
        tags: ['Articles'],
        summary: 'Get linked data',
        description:
          'The article with all its facts as JSON-LD: schema.org for what they are, Web Annotation selectors for where the text states them, Wikidata as `sameAs`. What is quoted verbatim is a Quotation, what is only reported a Claim.',
        params: Type.Object({
          article: slug('Id of the article.', { examples: ['putin-china-visit-2024'] }),
        }),
        querystring: Type.Object({}, { additionalProperties: false }),
        response: {
          ...successOf('application/ld+json', LinkedData, 'The article.'),
          ...problems('invalid-parameter', 'not-found'),
        },
      },
    },
    async ({ params: { article } }, reply) => {
      const graph = await store.read((reading) => selectGraph(reading, factTypes, article));
      if (graph === null)
        throw noSuchItem('article', article, await findMeant(store, 'articles', article));
      return reply
        .header('link', `</v1/articles/${article}>; rel="about"`)
        .type('application/ld+json')
        .send(JSON.stringify({ '@context': contextPath, '@graph': graph }));
    },
  );
}

async function selectGraph(
  reading: Reading,
  factTypes: readonly FactType[],
  article: string,
): Promise<LinkedNode[] | null> {
  const document = await selectArticle(reading, article);
  if (document === null) return null;
  const graph = [toNewsArticle(JSON.parse(document) as Article)];
  for (const { name, sharing, toLinkedData } of factTypes) {
    const select = sharing === undefined ? selectFactsOf : selectSharedOf;
    for (const fact of await select(reading, article, name))
      graph.push(toLinkedData(JSON.parse(fact)));
  }
  const lists = new Map(factTypes.map((it) => [it.singular, it.name]));
  for (const text of await selectFactsOf(reading, article, 'mentions')) {
    const mention: FactMention = JSON.parse(text);
    graph.push(toAnnotation(mention, lists.get(mention.factType) ?? ''));
  }
  return graph;
}
