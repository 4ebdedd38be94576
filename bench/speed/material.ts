import { askForJson } from './ask.ts';
import { shuffle } from './shuffle.ts';
import { countWords } from './words.ts';

/** What URLs are made of, read from the server itself. */
export interface Material {
  /** A cursor into the list of quotes, from its beginning to its end. */
  cursors: string[];
  /** Paths of single facts. */
  facts: string[];
  /** Those who speak most often. */
  speakers: string[];
  /** English words, the most and the least frequent ones. */
  commonWords: string[];
  rareWords: string[];
}

interface Page<Item> {
  data: Item[];
  page: { next: string | null };
}

interface Quote {
  id: string;
  language: string;
  text: string;
  translation: { language: string; text: string } | null;
  speakers: { id: string }[];
}

const most = { facts: 80_000, speakers: 400, commonWords: 100, rareWords: 5_000 };
const leastQuotes = 30;
const leastSpeakers = 50;

export async function readMaterial(address: string, facts: number): Promise<Material> {
  const cursors: string[] = [];
  const paths: string[] = [];
  const speakers = new Map<string, number>();
  const texts: string[] = [];
  // So that there are some 1,600 cursors, whatever the size.
  const limit = Math.min(100, Math.max(1, Math.floor(facts / 10_000)));
  for await (const { data, page } of walk<Quote>(`${address}/v1/quotes?limit=${limit}`)) {
    if (page.next !== null) cursors.push(page.next);
    for (const { id, language, text, translation, speakers: all } of data) {
      paths.push(`/v1/quotes/${id}`);
      for (const speaker of all) speakers.set(speaker.id, (speakers.get(speaker.id) ?? 0) + 1);
      if (language === 'en') texts.push(text);
      if (translation?.language === 'en') texts.push(translation.text);
    }
  }
  for await (const { data } of walk<{ id: string }>(`${address}/v1/events?limit=100`)) {
    for (const { id } of data) paths.push(`/v1/events/${id}`);
    if (paths.length > most.facts) break;
  }
  const ranked = [...speakers].sort((left, right) => right[1] - left[1]);
  const words = countWords(texts).map(([word]) => word);
  return {
    cursors,
    facts: shuffle(paths).slice(0, most.facts),
    speakers: ranked
      .filter(([, quotes], rank) => quotes >= leastQuotes || rank < leastSpeakers)
      .slice(0, most.speakers)
      .map(([id]) => id),
    commonWords: words.slice(0, most.commonWords),
    rareWords: words.slice(most.commonWords).slice(-most.rareWords),
  };
}

async function* walk<Item>(url: string): AsyncGenerator<Page<Item>> {
  let cursor: string | null = '';
  do {
    const page: Page<Item> = await askForJson(cursor === '' ? url : `${url}&cursor=${cursor}`);
    yield page;
    cursor = page.page.next;
  } while (cursor !== null);
}
