import { describeFault, type Fault } from '../model/fault.ts';
import type { Notice } from '../model/notice.ts';
import type { FactType } from '../resource/resource.ts';
import { currentTermsVersion } from '../resource/searchable.ts';
import type { ArticleToStore } from '../store/article.ts';
import type { Reading } from '../store/read/reading.ts';
import type { Conflict } from '../store/write/conflicts.ts';
import { findNotices } from '../store/write/notices.ts';
import { beginStoring, type Effect, type StoringOptions } from '../store/write/store-articles.ts';
import type { Writing } from '../store/write/writing.ts';
import { type BundleReader, createBundleReader } from './check.ts';
import { type PreparedArticle, prepareArticle } from './prepare.ts';
import type { Bundle, Entry } from './schema.ts';
import { sharedTables } from './shared-tables.ts';

/** A bundle is not stored, for all these reasons. */
export class BundleError extends Error {
  override name = 'BundleError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => describeFault(fault)).join('\n'));
    this.faults = faults;
  }
}

export interface BundleLoader extends BundleReader {
  /** A bundle that was read, ready to be stored, and what looked wrong in it. */
  prepare(bundle: Bundle, notices?: readonly Notice[]): PreparedArticle;
  /**
   * Stores a bundle in place of what its article stated before, within the caller's transaction.
   * @returns whether anything changed
   * @throws BundleError if it is faulty or contradicts other articles
   */
  load(writing: Writing, value: unknown): Promise<boolean>;
  /** The same for many, in as many goes as need be: what they share is brought up to date once, at the end. */
  begin(options?: Partial<StoringOptions>): Loading;
  /**
   * Removes an article with everything it states, within the caller's transaction.
   * @returns whether it was there
   */
  remove(writing: Writing, article: string, author?: string | null): Promise<boolean>;
}

/** Storing articles within one transaction. */
export interface Loading {
  /** Those that contradict other articles are left out; or put off, where that was asked for. */
  load(writing: Writing, articles: readonly ArticleToStore[]): Promise<(Outcome | 'put off')[]>;
  /** To be called at the end. */
  finish(writing: Writing): Promise<void>;
  /** What looks wrong in an article that was stored, once all is finished. */
  findNotices(reading: Reading, article: PreparedArticle): Promise<Notice[]>;
}

/** What became of an article. */
export type Outcome = Effect | readonly Fault[];

export function createBundleLoader(factTypes: readonly FactType[]): BundleLoader {
  const { read } = createBundleReader(factTypes);
  const shared = sharedTables(factTypes);
  const prepare = (bundle: Bundle, notices: readonly Notice[] = []) =>
    prepareArticle(bundle, factTypes, notices);
  const standard: StoringOptions = { author: null, termsVersion: currentTermsVersion };
  return {
    read,
    prepare,
    begin,
    async load(writing, value) {
      const { bundle, faults } = read(value);
      if (bundle === null) throw new BundleError(faults);
      const loading = begin();
      const [outcome] = await loading.load(writing, [prepare(bundle)]);
      await loading.finish(writing);
      if (typeof outcome !== 'string') throw new BundleError(outcome ?? []);
      return outcome !== 'unchanged';
    },
    async remove(writing, article, author = null) {
      const storing = beginStoring(shared, { ...standard, author });
      const wasThere = await storing.remove(writing, article);
      await storing.finish(writing);
      return wasThere;
    },
  };

  function begin(options: Partial<StoringOptions> = {}): Loading {
    const storing = beginStoring(shared, { ...standard, ...options });
    return {
      async load(writing, articles) {
        const outcomes = await storing.store(writing, articles);
        return articles.map((article, index): Outcome | 'put off' => {
          const outcome = outcomes[index] ?? 'unchanged';
          if (typeof outcome === 'string') return outcome;
          return outcome.map((conflict) => toFault(article, conflict));
        });
      },
      finish: storing.finish,
      findNotices: async (reading, article) => [
        ...article.notices,
        ...(await findNotices(reading, article, shared)),
      ],
    };
  }
}

function toFault(refused: ArticleToStore, conflict: Conflict): Fault {
  const { table, id, article } = conflict;
  const bundle: Bundle = JSON.parse(refused.bundle);
  const entries = (bundle[table] ?? []) as Entry[];
  const pointer = `/${table}/${entries.findIndex((entry) => entry.id === id)}`;
  const theArticle = article === null ? null : `the article ${article}`;
  switch (conflict.kind) {
    case 'taken':
      return { pointer: `${pointer}/id`, detail: `is taken by a fact of ${theArticle}` };
    case 'otherwise': {
      const { field, here, there } = conflict;
      const others = theArticle === null ? 'other articles have' : `${theArticle} has`;
      return {
        pointer: `${pointer}/${field}`,
        detail: `is ${here}, but ${others} ${there} for ${id}`,
      };
    }
    case 'circle': {
      const circle = conflict.circle.slice(0, mostOfCircle).join(' → ');
      return {
        pointer: `${pointer}/${conflict.field}`,
        detail: `makes a circle with what ${theArticle === null ? 'other articles say' : `${theArticle} says`}: ${circle}`,
      };
    }
  }
}

/** So many facts of a circle are told. */
const mostOfCircle = 20;
