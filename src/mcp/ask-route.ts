import type { FastifyInstance } from 'fastify';
import type { Problem } from '../http/problem.ts';
import { noSuchItem, seeList } from '../http/problems.ts';
import { type Operation, type Operations, operationOf } from './operations.ts';

/** What a tool is called with. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A tool can't answer; the message says what is wrong, where, and what to do. */
export class ToolError extends Error {}

/**
 * Asks a route as a client would, within the process: its checks, bounds, hints and kept answers hold.
 * @throws ToolError where the answer is a problem
 */
export type AskRoute = <Answer>(operationId: string, given: Arguments) => Promise<Answer>;

/** So long is a request line at most, as Node's parser has it for URL and headers together. */
const longestUrl = 16_000;

const tooMuch = () => new ToolError('Ask for fewer or shorter values at once.');

/** Whoever calls a tool. */
export interface Caller {
  /** Undefined where it is the process that has started this one. */
  address: string | undefined;
  /** Comes when nobody waits for the answer any longer. */
  signal: AbortSignal;
}

export function createAskRoute(
  app: FastifyInstance,
  operations: Operations,
  { address, signal }: Caller,
): AskRoute {
  return async (operationId, given) => {
    const operation = operationOf(operations, operationId);
    const { url, body } = toRequest(operation, given);
    if (url.length > longestUrl) throw tooMuch();
    const { statusCode, payload } = await app.inject({
      method: operation.method,
      url,
      signal,
      ...(address && { remoteAddress: address }),
      ...(body && {
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const answer = JSON.parse(payload);
    if (statusCode >= 400) throw refused(answer);
    return answer;
  };
}

/** What was given, where the route has it: in the path, in the body, and the rest in the query. */
function toRequest({ url, params, body }: Operation, given: Arguments) {
  const inPath = new Set(Object.keys(params?.properties ?? {}));
  const path = url.replace(/:(\w+)/g, (_, name) => toSegment(name, textOf(name, given[name])));
  const rest = Object.entries(given).filter(([name]) => !inPath.has(name));
  if (body !== undefined) return { url: path, body: Object.fromEntries(rest) };
  const query = new URLSearchParams();
  let length = 0;
  for (const [name, value] of rest) {
    for (const each of [value].flat()) {
      const text = textOf(name, each);
      length += name.length + text.length;
      if (length > longestUrl) throw tooMuch();
      query.append(name, text);
    }
  }
  return { url: query.size === 0 ? path : `${path}?${query}`, body: null };
}

/** An id as a part of a path. `.` and `..` can't be written so: they would lead to another route. */
function toSegment(name: string, id: string): string {
  if (id === '.' || id === '..')
    throw refused(noSuchItem(name, id, seeList(`/v1/${name}s`)).toProblem(null));
  return encodeURIComponent(id.toWellFormed());
}

function textOf(name: string, value: unknown): string {
  if (value === undefined || value === '') throw new ToolError(`${name} must be given.`);
  if (typeof value === 'object') throw new ToolError(`${name} must be a text, or a list of texts.`);
  return String(value);
}

const refused = (problem: Problem) => new ToolError(inToolTerms(explain(problem)));

/** A problem in words: all that it says of the request at hand. */
function explain({ title, status, detail, instance, errors }: Problem): string {
  // By this, whoever runs the server finds it in the log.
  if (status === 500) return `${title}: ${detail} (${instance})`;
  const told = errors.slice(0, 20).filter(({ detail: it }) => !detail.includes(it));
  const more = told.map((it) => `\n- ${it.name} ${it.detail}`).join('');
  return `${title}: ${detail}${more}`;
}

/** What was meant, or how to look it up, as tools have it: a route names the path of a list for that. */
export function inToolTerms(text: string): string {
  return text.replace(/\/v1\/([a-z]+)s(?:\?q=([\w+-]+))?/g, (_, type, words = '') => {
    const q = words === '' ? '' : `, q "${words.replaceAll('+', ' ')}"`;
    return `list_facts (type ${type}${q})`;
  });
}
