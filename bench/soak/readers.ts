import { setTimeout } from 'node:timers/promises';
import { type Random, randomOf } from '../random.ts';
import type { Material } from './material.ts';
import type { Asking, Tally } from './tally.ts';

interface Page {
  page: { next: string | null };
}

/** One thing that an article has of each kind. */
interface One {
  article: string;
  actor: string;
  word: string;
}

const gone = { alsoRight: [404] };

/** What is read: requests for what an article has. */
const readings: readonly ((one: One, random: Random) => Asking)[] = [
  (_one, random) => ({ url: `/v1/quotes?limit=${random.between(1, 100)}` }),
  ({ actor }) => ({
    url: `/v1/events?participant=${actor}&sort=date`,
  }),
  ({ actor }) => ({ url: `/v1/quotes?speaker=${actor}` }),
  ({ word }) => ({ url: `/v1/search?q=${word}` }),
  ({ word }) => ({ url: `/v1/quotes?q=${word}&count=exact` }),
  () => ({ url: '/v1/quotes?facets=kind,speaker,article&count=exact&limit=1' }),
  ({ article }) => ({ url: `/v1/mentions?article=${article}&facets=role&limit=100` }),
  ({ article }) => ({ url: `/v1/articles/${article}`, ...gone }),
  ({ article }) => ({ url: `/v1/articles/${article}/bundle`, ...gone }),
  ({ actor }) => ({
    url: `/v1/actors/${actor}/connections`,
    ...gone,
  }),
  () => ({ url: '/v1/timeline?interval=month' }),
  ({ actor }) => ({
    url: `/v1/exports/statistics.csv?subject=${actor}`,
  }),
  ({ article }) => ({ url: `/v1/exports/mentions.ndjson?article=${article}` }),
  () => ({ url: '/', headers: { accept: 'text/html' } }),
  ({ word }) => ({ url: `/search?q=${word}`, headers: { accept: 'text/html' } }),
  ({ article }) => ({
    url: `/articles/${article}`,
    headers: { accept: 'text/html' },
    ...gone,
  }),
  ({ word }) => ({
    url: '/mcp',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'search_facts', arguments: { q: word } },
    }),
  }),
  ({ article, word }) => ({
    url: `/v1/articles/${article}/verification`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: `${word} `.repeat(200) }),
    ...gone,
  }),
];

/** Reads one thing after the other, and whole lists page by page, until it is aborted. */
export async function readOn(
  { ask }: Tally,
  { name, materials, pauseMs }: { name: string; materials: readonly Material[]; pauseMs: number },
  ending: AbortSignal,
): Promise<void> {
  const random = randomOf('reader', name);
  while (!ending.aborted) {
    const { article, actors, words } = random.pick(materials);
    const one = { article, actor: random.pick(actors), word: random.pick(words) };
    if (random.chance(0.05)) await walk(random.pick(['quotes', 'events', 'actors']));
    else await ask(random.pick(readings)(one, random));
    await setTimeout(pauseMs);
  }

  async function walk(list: string): Promise<void> {
    let cursor = '';
    for (let pages = 0; pages < 10 && !ending.aborted; pages++) {
      const answer = await ask({ url: `/v1/${list}?limit=50${cursor}` });
      const next = answer && (JSON.parse(answer.text) as Page).page.next;
      if (next === null) return;
      cursor = `&cursor=${encodeURIComponent(next)}`;
      await setTimeout(pauseMs);
    }
  }
}
