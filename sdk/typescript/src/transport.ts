import { toProblemError } from './problem.ts';
import { delayOf, sleep } from './waiting.ts';

export interface TransportOptions {
  /** What sends requests; the platform’s own unless given. */
  fetch?: (request: Request) => Promise<Response>;
  /** How often a request is repeated after 429 or 503; 3 unless given. */
  retries?: number;
  /** The longest `Retry-After` that is waited for, in seconds; 60 unless given. A longer one is thrown as a problem. */
  longestWait?: number;
  /** How many characters of answers are kept, to be used again while the server says that they hold; 8 million unless given. */
  keep?: number;
}

interface Kept {
  etag: string;
  text: string;
  headers: Headers;
}

/** What may be sent twice: POST may not. */
const repeatable = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/**
 * A fetch that asks again when told to, knows by their ETag the answers that haven’t changed, and throws the others.
 *
 * @throws ProblemError where the server answers with an error
 */
export function createTransport(
  options: TransportOptions,
): (request: Request) => Promise<Response> {
  const { fetch = (request) => globalThis.fetch(request) } = options;
  const { retries = 3, longestWait = 60, keep = 8_000_000 } = options;
  // The one used longest ago stands first.
  const kept = new Map<string, Kept>();
  let size = 0;

  return async (request) => {
    const known = request.method === 'GET' ? kept.get(request.url) : undefined;
    if (known !== undefined) request.headers.set('if-none-match', known.etag);
    const response = await sendRepeatedly(request);
    if (response.status === 304 && known !== undefined) {
      store(request.url, known);
      return answerWith(known);
    }
    if (!response.ok) throw await toProblemError(response);
    const etag = response.headers.get('etag');
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    if (request.method !== 'GET' || etag === null || !isJson) return response;
    const fresh = { etag, text: await response.text(), headers: response.headers };
    store(request.url, fresh);
    return answerWith(fresh);
  };

  async function sendRepeatedly(request: Request): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const response = await fetch(request.clone());
      const isLast = attempt === retries || !repeatable.has(request.method);
      const delay = isLast ? null : delayOf(response, attempt);
      if (delay === null || delay > longestWait * 1000) return response;
      await response.body?.cancel();
      await sleep(delay, request.signal);
    }
  }

  function store(url: string, answer: Kept): void {
    drop(url);
    if (answer.text.length > keep) return;
    kept.set(url, answer);
    size += answer.text.length;
    for (const oldest of kept.keys()) {
      if (size <= keep) break;
      drop(oldest);
    }
  }

  function drop(url: string): void {
    size -= kept.get(url)?.text.length ?? 0;
    kept.delete(url);
  }
}

function answerWith({ text, headers }: Kept): Response {
  return new Response(text, { headers });
}
