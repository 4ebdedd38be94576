import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Before it begins, and between two pages: whoever asks meanwhile comes first. */
const [restMs, breathMs] = [300, 10];

interface Quote {
  id: string;
  article: string;
  text: string;
  speakers: { id: string }[];
}

/**
 * Asks the server for a page of each kind, one after the other, once it listens. The first time, Node
 * compiles what makes it, and the store prepares statements and starts a thread: some tenths of a second,
 * for which the first reader would wait.
 */
export async function warmUp(app: FastifyInstance, stopping: AbortSignal): Promise<void> {
  try {
    await rest(restMs);
    if (stopping.aborted) return;
    for (const path of await findPaths(app)) {
      if (stopping.aborted) return;
      await app.inject({ url: path, headers: { accept: 'text/html' } });
      await rest(breathMs);
    }
  } catch (err) {
    // Whoever asks for such a page will be told, and the log with them.
    app.log.debug({ err }, 'no page could be asked for');
  }
}

/** What a quote leads to, if it can be one with a speaker; where nobody said anything, there are few facts. */
async function findPaths(app: FastifyInstance): Promise<string[]> {
  const { data } = (await app.inject('/v1/quotes')).json<{ data: Quote[] }>();
  const quote = data.find(({ speakers }) => speakers.length > 0) ?? data[0];
  if (quote === undefined) return [];
  const { id, article, text, speakers } = quote;
  return [
    '/',
    `/articles/${article}`,
    `/quotes/${id}`,
    ...speakers.slice(0, 1).map((it) => `/actors/${it.id}`),
    // A thread is needed where many facts have a word, and the more it has ranked, the quicker it is.
    ...wordsOf(text).map((word) => `/search?q=${encodeURIComponent(word)}`),
  ];
}

/** A few of them, one at least. */
function wordsOf(text: string): string[] {
  const words = new Set(text.match(/\p{L}{2,}/gu));
  return words.size === 0 ? ['a'] : [...words].slice(0, 4);
}

/** As long as nothing else keeps the process, it may end. */
function rest(milliseconds: number): Promise<void> {
  return setTimeout(milliseconds, undefined, { ref: false });
}
