import { type ArticleToStore, type Cell, mostPlaces } from '../article.ts';
import type { Reading } from '../read/reading.ts';
import { sql } from '../sql.ts';
import type { Writing } from './writing.ts';

/** Facts and articles whose words are to be put into the index, in place of those that it has for them. */
export interface WordsToIndex {
  /**
   * The rows of a table with these numbers, the end exclusive.
   * @param more how many of them the index doesn't have yet
   */
  note(table: string, from: number, to: number, more: number): void;
  index(writing: Writing): Promise<void>;
  /** How many more facts and articles the index has, once all is indexed. */
  added(): number;
}

export function createWordsToIndex(): WordsToIndex {
  const noted = new Map<string, [from: number, to: number][]>();
  let added = 0;
  return {
    note(table, from, to, more) {
      added += more;
      const ranges = noted.getOrInsertComputed(table, () => []);
      const last = ranges.at(-1);
      if (last?.[1] === from) last[1] = to;
      else ranges.push([from, to]);
    },
    async index(writing) {
      if (noted.size > 0) await writing.indexWords(noted);
      noted.clear();
    },
    added: () => added,
  };
}

/**
 * By which version of the rules the words of a database were made; null where it has no articles, so that
 * there is nothing to make.
 */
export async function selectTermsVersion(reading: Reading): Promise<number | null> {
  const rows = await reading.rows<{ version: number }>(sql`
    select terms_version as version from state where exists (select 1 from articles)
  `);
  return rows[0]?.version ?? null;
}

export async function rememberTermsVersion(writing: Writing, version: number): Promise<void> {
  await writing.run(sql`update state set terms_version = ${version}`);
}

/** Counts what the index of words has, once it has everything of these tables. */
export async function recountWords(writing: Writing, tables: readonly string[]): Promise<void> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.ref(table)})`);
  await writing.run(sql`update state set facts = ${sql.join(counts, ' + ')}`);
}

/** Puts the words of stored articles, prepared anew, in place of those that they had; those of shared facts aside. */
export async function replaceWords(
  writing: Writing,
  articles: readonly { number: number; article: ArticleToStore }[],
): Promise<void> {
  const words = createWordsToIndex();
  for (const { number, article } of articles) {
    await setTerms(writing, 'articles', number, article.columns.terms ?? '');
    words.note('articles', number, number + 1, 0);
    let place = number * mostPlaces;
    for (const { table, columns, rows } of article.facts) {
      const terms = columns.indexOf('terms');
      for (const row of rows) await setTerms(writing, table, place++, row[terms] ?? '');
      words.note(table, place - rows.length, place, 0);
    }
  }
  await words.index(writing);
}

async function setTerms(writing: Writing, table: string, number: number, terms: Cell) {
  await writing.run(sql`update ${sql.ref(table)} set terms = ${terms} where number = ${number}`);
}
