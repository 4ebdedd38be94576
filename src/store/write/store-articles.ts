import { allOf } from '../all-of.ts';
import { type ArticleToStore, mostPlaces, type SharedRecord } from '../article.ts';
import { unpackRecords } from '../packed.ts';
import type { Change } from '../plan.ts';
import type { Reading } from '../read/reading.ts';
import { selectMarked } from '../read/state.ts';
import { sql } from '../sql.ts';
import { noteChanges } from './changes.ts';
import { type Conflict, findConflicts, selectOwners } from './conflicts.ts';
import { createFormsToStore } from './forms.ts';
import { insertArticles, type NumberedArticle } from './insert-articles.ts';
import { refreshShared, type SharedTable } from './shared.ts';
import { createStatements } from './statements.ts';
import { nameArticles } from './stating.ts';
import { createWordsToIndex } from './words.ts';
import type { Writing } from './writing.ts';

/** What storing an article did. */
export type Effect = 'new' | 'changed' | 'unchanged';

/** What became of an article: its effect, or what it contradicts; `put off` where that is to be told later. */
type Outcome = Effect | Conflict[] | 'put off';

export interface StoringOptions {
  /** Name of the API key; null of the command line and of seeds. */
  author: string | null;
  /** By which rules the words of the articles were made. */
  termsVersion: number;
  /** No id of the articles and their own facts comes twice, or is stored already: none is looked up. */
  distinct?: boolean;
  /** Articles that contradict others are put off: to say whom, indexes are needed. */
  puttingOff?: boolean;
}

/** Storing articles within one transaction, in as many goes as need be. */
export interface Storing {
  /**
   * Puts articles in place of what was stored under their ids, one after the other. One that contradicts
   * another article is left out.
   */
  store(writing: Writing, articles: readonly ArticleToStore[]): Promise<Outcome[]>;
  /** Removes an article with everything it states. @returns whether it was there */
  remove(writing: Writing, article: string): Promise<boolean>;
  /** Brings what articles share up to date; to be called at the end. */
  finish(writing: Writing): Promise<void>;
}

/** The words of about so many articles at most wait to be indexed: together, that takes less. */
const mostUnindexed = 2000;
/** About so many changes of statements at most wait in memory to be written. */
const mostChanges = 200_000;
/** So many forms of words at most wait to be written. */
const mostForms = 50_000;

export function beginStoring(shared: readonly SharedTable[], options: StoringOptions): Storing {
  const statements = createStatements(shared);
  const words = createWordsToIndex();
  const forms = createFormsToStore();
  const changes: Pick<Change, 'kind' | 'article'>[] = [];
  const time = new Date().toISOString();
  let state: { revision: number } | undefined;
  let unindexed = 0;

  async function store(writing: Writing, articles: readonly ArticleToStore[]): Promise<Outcome[]> {
    const unpacked = articles.map(({ records }): SharedRecord[] => JSON.parse(records));
    const [known, stored, owners, first] = await allOf([
      state ?? selectMarked(writing),
      selectStored(writing, articles),
      selectOwners(writing, options.distinct ? [] : articles),
      selectNextNumber(writing),
      statements.read(writing, unpacked.flat()),
    ]);
    state = known;
    let next = first;

    const outcomes: Outcome[] = [];
    let waiting: NumberedArticle[] = [];
    const insertWaiting = async () => {
      await insertArticles(writing, waiting);
      waiting = [];
    };
    for (const [index, article] of articles.entries()) {
      const { id, digest, facts } = article;
      const before = stored.get(id);
      if (before?.digest === digest) {
        outcomes.push('unchanged');
        continue;
      }

      // What it said before, it may contradict.
      if (before !== undefined) await insertWaiting();
      const saidBefore = before === undefined ? [] : await selectRecords(writing, id);
      await statements.read(writing, saidBefore);
      statements.note(saidBefore, -1);
      const records = unpacked[index] ?? [];
      await statements.readWays(writing, records);
      const conflicts = findConflicts(article, records, { shared, statements, owners });
      if (conflicts.length > 0) {
        statements.note(saidBefore, 1);
        if (!options.puttingOff) await insertWaiting();
        outcomes.push(
          options.puttingOff ? 'put off' : await nameArticles(writing, conflicts, shared, id),
        );
        continue;
      }

      if (before !== undefined) await deleteArticle(writing, id);
      // It keeps its place among the articles.
      const number = before?.number ?? next++;
      statements.note(records, 1);
      changes.push({ kind: 'put', article: id });
      waiting.push({
        article,
        records,
        number,
        revision: state.revision + changes.length,
        modified: time,
      });
      stored.set(id, { number, digest });
      for (const { table, rows } of facts)
        words.note(table, number * mostPlaces, (number + 1) * mostPlaces, rows.length);
      words.note('articles', number, number + 1, 1);
      forms.note(article.texts);
      if (!options.distinct) owners.replace(article);
      outcomes.push(before === undefined ? 'new' : 'changed');
    }
    await insertWaiting();

    unindexed += articles.length;
    if (unindexed > mostUnindexed) {
      await words.index(writing);
      unindexed = 0;
    }
    if (statements.size() > mostChanges) await statements.write(writing);
    if (forms.size() > mostForms) await forms.write(writing);
    return outcomes;
  }

  async function remove(writing: Writing, article: string): Promise<boolean> {
    const records = await selectRecords(writing, article);
    const [wasThere] = await allOf([
      deleteArticle(writing, article),
      statements.read(writing, records),
    ]);
    if (!wasThere) return false;
    statements.note(records, -1);
    changes.push({ kind: 'delete', article });
    return true;
  }

  async function deleteArticle(writing: Writing, article: string): Promise<boolean> {
    // What is taken out of the index of words has to be there.
    await words.index(writing);
    return (await writing.run(sql`delete from articles where id = ${article}`)) === 1;
  }

  async function finish(writing: Writing): Promise<void> {
    if (changes.length === 0) return;
    await allOf([statements.write(writing), forms.write(writing)]);
    await refreshShared(writing, shared, statements.touched, words);
    await allOf([
      noteChanges(writing, changes, { time, ...options, facts: words.added() }),
      // The last of all: before the next statement, SQLite would write out what waits in its memory to be indexed.
      words.index(writing),
    ]);
  }

  return { store, remove, finish };
}

/** By id, what is stored of the articles. */
async function selectStored(reading: Reading, articles: readonly ArticleToStore[]) {
  const ids = articles.map(({ id }) => id);
  const rows = await reading.rows<{ id: string; number: number; digest: string }>(sql`
    select id, number, digest from articles where ${reading.dialect.isAmong(sql.ref('id'), ids)}
  `);
  return new Map(rows.map(({ id, number, digest }) => [id, { number, digest }]));
}

async function selectNextNumber(reading: Reading): Promise<number> {
  const rows = await reading.rows<{ last: number | null }>(sql`
    select max(number) as last from articles
  `);
  return (rows[0]?.last ?? 0) + 1;
}

/** What a stored article states of shared facts. */
async function selectRecords(reading: Reading, article: string): Promise<SharedRecord[]> {
  const rows = await reading.rows<{ statements: Uint8Array }>(sql`
    select statements from articles where id = ${article}
  `);
  return rows[0] === undefined ? [] : unpackRecords(rows[0].statements);
}
