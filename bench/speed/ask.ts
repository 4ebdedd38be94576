import { Agent, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Asking extends Pick<RequestOptions, 'method'> {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/** One request and its whole answer, by node:http, which takes less of the core than fetch. */
export function ask(url: string, { method, headers, body }: Asking = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const type = sent === undefined ? {} : { 'content-type': 'application/json' };
  const asked = request(url, {
    method: method ?? 'GET',
    headers: { ...type, ...headers },
    // Connections that are left open would be closed by a server that ends.
    agent: new Agent({ keepAlive: false }),
  });
  asked.on('error', reject).on('response', (response) => {
    const chunks: Buffer[] = [];
    response
      .on('data', (chunk) => chunks.push(chunk))
      .on('error', reject)
      .on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
  });
  asked.end(sent);
  return promise;
}

const mostWaitMs = 30_000;

/**
 * Asks again as long as the server says that it has too much to do, as it may just after it was started.
 * @throws Error where the answer has none of these statuses
 */
export async function askFor(
  url: string,
  asking: Asking = {},
  statuses: readonly number[] = [200],
): Promise<Answer> {
  const end = performance.now() + mostWaitMs;
  let answer = await ask(url, asking);
  while (answer.status === 503 && performance.now() < end) {
    await setTimeout(5);
    answer = await ask(url, asking);
  }
  if (!statuses.includes(answer.status))
    throw new Error(
      `${asking.method ?? 'GET'} ${url} was answered with ${answer.status} instead of ${statuses.join(' or ')}: ${answer.body.subarray(0, 300)}`,
    );
  return answer;
}

export async function askForJson<Body>(url: string): Promise<Body> {
  const { body } = await askFor(url);
  return JSON.parse(body.toString());
}
