import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../../src/bundle/schema.ts';
import { askForJson } from './ask.ts';

/** How many of each there have to be after loading the files; and the counts of each actor. */
export interface Expected {
  lists: Record<string, number>;
  actors: Map<string, ActorCounts>;
}

interface ActorCounts {
  articles: number;
  quotes: number;
  events: number;
  statistics: number;
  mentions: number;
}

interface Entry {
  id: string;
  mentions: unknown[];
  speakers?: string[];
  participants?: { actor: string }[];
  subject?: string[];
  source?: string | null;
}

/** Counted from the files of the folder alone, one by one. */
export function countFiles(folder: string): Expected {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const actors = new Map<string, ActorCounts>();
  const places = new Set<string>();
  const own = { quotes: 0, events: 0, statistics: 0 };
  let mentions = 0;
  for (const file of files) {
    const bundle: Bundle = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const entries = (type: string) => bundle[type] as Entry[];
    for (const { id, mentions } of entries('actors')) {
      const none = { articles: 0, quotes: 0, events: 0, statistics: 0, mentions: 0 };
      const counts = actors.get(id) ?? none;
      actors.set(id, counts);
      counts.articles++;
      counts.mentions += mentions.length;
    }
    for (const { id } of entries('places')) places.add(id);
    for (const type of ['quotes', 'events', 'statistics'] as const)
      for (const { speakers, participants, subject, source } of entries(type)) {
        own[type]++;
        const taking = participants?.map(({ actor }) => actor);
        const named = [...(speakers ?? taking ?? subject ?? []), ...(source ? [source] : [])];
        for (const id of new Set(named)) {
          const counts = actors.get(id);
          if (counts) counts[type]++;
        }
      }
    for (const type of ['quotes', 'actors', 'places', 'events', 'statistics'])
      for (const entry of entries(type)) mentions += entry.mentions.length;
  }
  const lists = {
    articles: files.length,
    actors: actors.size,
    places: places.size,
    mentions,
    ...own,
  };
  return { lists, actors };
}

/** @throws Error where the server at that address has other counts */
export async function checkCounts(address: string, expected: Expected): Promise<void> {
  for (const [list, count] of Object.entries(expected.lists)) {
    const found = await countList(address, list);
    if (found !== count) throw new Error(`${found} ${list} are stored, the files have ${count}`);
  }
  let next: string | null = '';
  do {
    const after: string = next === '' ? '' : `&cursor=${next}`;
    const page: ActorPage = await askForJson(`${address}/v1/actors?limit=100${after}`);
    for (const { id, counts } of page.data)
      for (const [what, count] of Object.entries(expected.actors.get(id) ?? {}))
        if (counts[what as keyof ActorCounts] !== count)
          throw new Error(
            `${id} has the counts ${JSON.stringify(counts)}, but ${count} ${what} in the files`,
          );
    next = page.page.next;
  } while (next !== null);
}

interface ActorPage {
  data: { id: string; counts: ActorCounts }[];
  page: { next: string | null };
}

/** How many items a list has. */
export async function countList(address: string, list: string): Promise<number> {
  const { page } = await askForJson<{ page: { total: number } }>(
    `${address}/v1/${list}?count=exact&limit=1`,
  );
  return page.total;
}
