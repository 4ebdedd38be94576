import type { FastifyInstance, InjectOptions } from 'fastify';
import { exampleBundle } from '../src/bundle/schema.ts';
import { exampleText } from '../src/verification/schema.ts';
import type { Answers } from './texts.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; example?: unknown }[];
}

/** The least that an article may state. */
const leastBundle = {
  article: { id: 'bells', language: 'en', title: { en: 'Bells' } },
  articleText: 'The bells rang.',
  events: [
    {
      id: 'bells-rang',
      kind: 'other',
      status: 'occurred',
      title: { en: 'Bells' },
      mentions: [{ exact: 'bells rang' }],
    },
  ],
};

/** Which article an operation is asked for, where what it answers for the one that comes along takes up to 180 KB. */
const articles: Readonly<Record<string, string>> = {
  getBundle: exampleBundle.article.id,
  getLinkedData: leastBundle.article.id,
  getLinkedDataTurtle: leastBundle.article.id,
  verifyText: leastBundle.article.id,
};

const bodies: Readonly<Record<string, object>> = {
  putBundle: exampleBundle,
  verifyText: { text: exampleText },
};

/** A deletion answers nothing, and what is put once more is there already. */
const repetitions: Readonly<Record<string, number>> = { delete: 0, put: 2 };

/**
 * Asks a server with the seed every operation as the examples of its parameters say.
 * @param app with its routes described
 * @param key lets write
 */
export async function performOperations(app: FastifyInstance, key: string): Promise<Answers> {
  const requests = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).flatMap(([method, operation]) =>
      Array.from({ length: repetitions[method] ?? 1 }, () => ({ path, method, operation })),
    ),
  );
  // What is asked of the small articles comes when they are there, and all else while they aren't.
  const ranks = ({ operationId }: Operation) =>
    operationId === 'putBundle' ? 1 : operationId in articles ? 2 : 0;
  requests.sort((left, right) => ranks(left.operation) - ranks(right.operation));

  const answers: Answers = {};
  for (const { path, method, operation } of requests) {
    const { operationId } = operation;
    if (articles[operationId] === leastBundle.article.id) await putLeast();
    const { statusCode, headers, body } = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: urlOf(path, operation),
      headers: { authorization: `Bearer ${key}` },
      ...(operationId in bodies && { payload: bodies[operationId] }),
    });
    if (statusCode >= 300) throw new Error(`${operationId} answers ${statusCode}: ${body}`);
    // A file is shown by asking for it: an example of each would take a tenth of the document.
    if (headers['content-disposition'] !== undefined) continue;
    const isJson = /[/+]json\b/.test(String(headers['content-type']));
    answers[operationId] = {
      ...answers[operationId],
      [statusCode]: isJson ? JSON.parse(body) : body,
    };
  }
  return answers;

  async function putLeast(): Promise<void> {
    await app.inject({
      method: 'PUT',
      url: `/v1/articles/${leastBundle.article.id}/bundle`,
      headers: { authorization: `Bearer ${key}` },
      payload: leastBundle,
    });
  }
}

function urlOf(path: string, { operationId, parameters = [] }: Operation): string {
  const query: string[] = [];
  let url = path;
  for (const { name, in: where, example } of parameters) {
    const article = where === 'path' ? articles[operationId] : undefined;
    // Of a list one item shows what all look like.
    const shown = name === 'limit' ? 1 : example;
    const value = article ?? [shown].flat().join(',');
    if (where === 'path') url = url.replace(`{${name}}`, value);
    // What comes from an answer, as a cursor does, has none.
    else if (where === 'query' && example !== undefined)
      query.push(`${name}=${encodeURIComponent(value)}`);
  }
  return query.length === 0 ? url : `${url}?${query.join('&')}`;
}
