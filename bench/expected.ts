import { readFileSync } from 'node:fs';
import type { Bundle } from '../src/bundle/schema.ts';
import type { Store } from '../src/store/open.ts';
import { everythingOf } from '../src/store/plan.ts';
import { readAll } from '../src/store/read/read-all.ts';

/** How many of each there have to be after loading the files; and the counts of each actor. */
export interface Expected {
  facts: number;
  rows: Record<string, number>;
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

/** Counted from the files alone, one by one. */
export function countFiles(files: readonly string[]): Expected {
  const actors = new Map<string, ActorCounts>();
  const places = new Set<string>();
  const own = { quotes: 0, events: 0, statistics: 0 };
  let [facts, mentions] = [0, 0];
  for (const file of files) {
    const bundle: Bundle = JSON.parse(readFileSync(file, 'utf8'));
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
    for (const type of ['quotes', 'actors', 'places', 'events', 'statistics']) {
      facts += entries(type).length;
      for (const entry of entries(type)) mentions += entry.mentions.length;
    }
  }
  const rows = {
    articles: files.length,
    actors: actors.size,
    places: places.size,
    mentions,
    ...own,
  };
  return { facts, rows, actors };
}

/** @throws Error where the store has other counts */
export async function checkCounts(store: Store, expected: Expected): Promise<void> {
  const found = await store.ask('counts', { tables: Object.keys(expected.rows) });
  for (const [table, count] of Object.entries(expected.rows))
    if (found[table] !== count)
      throw new Error(`${found[table]} ${table} are stored, the files have ${count}`);
  const snapshot = await store.takeSnapshot();
  for await (const documents of readAll(snapshot, everythingOf('actors')))
    for (const document of documents) {
      const { id, counts }: { id: string; counts: ActorCounts } = JSON.parse(document);
      for (const [what, count] of Object.entries(expected.actors.get(id) ?? {}))
        if (counts[what as keyof ActorCounts] !== count)
          throw new Error(`${id} has ${what} ${JSON.stringify(counts)}, the files say ${count}`);
    }
  await snapshot.close();
}
