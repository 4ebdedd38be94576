import { describeFault, type Fault } from '../model/fault.ts';
import type { Notice } from '../model/notice.ts';
import type { FactType } from '../resource/resource.ts';
import type { ArticleToStore } from '../store/article.ts';
import type { Clash } from '../store/clashes.ts';
import type { Queries } from '../store/connection.ts';
import { beginStoring, type Effect, removeArticle } from '../store/load.ts';
import { findNotices } from '../store/notices.ts';
import { type BundleReader, createBundleReader } from './check.ts';
import { unpackBundle } from './packed.ts';
import { prepareArticle, sharedTables } from './prepare.ts';
import type { Bundle, Entry } from './schema.ts';

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
  /** A bundle that was read, ready to be stored. */
  prepare(bundle: Bundle): ArticleToStore;
  /**
   * Stores a bundle in place of what its article stated before, within the caller's transaction.
   * @returns whether anything changed
   * @throws BundleError if it is faulty or contradicts other articles
   */
  load(queries: Queries, value: unknown): Promise<boolean>;
  /**
   * The same for many, in as many goes as need be: what they share is brought up to date once, at the end.
   * @param distinct no id of them or their own facts comes twice, or is stored already
   */
  begin(author?: string | null, distinct?: boolean): Loading;
  /**
   * Removes an article with everything it states, within the caller's transaction.
   * @returns whether it was there
   */
  remove(queries: Queries, article: string, author?: string | null): Promise<boolean>;
}

/** Storing articles within one transaction. */
export interface Loading {
  /** Those that contradict other articles are left out. */
  load(queries: Queries, articles: readonly ArticleToStore[]): Promise<Outcome[]>;
  /** To be called at the end. */
  settle(queries: Queries): Promise<void>;
  /** What looks wrong in an article that was stored, once all is settled. */
  findNotices(queries: Queries, article: ArticleToStore): Promise<Notice[]>;
}

/** What became of an article. */
export type Outcome = Effect | readonly Fault[];

export function createBundleLoader(factTypes: readonly FactType[]): BundleLoader {
  const { read } = createBundleReader(factTypes);
  const shared = sharedTables(factTypes);
  const prepare = (bundle: Bundle) => prepareArticle(bundle, factTypes);
  return {
    read,
    prepare,
    begin,
    async load(queries, value) {
      const { bundle, faults } = read(value);
      if (bundle === null) throw new BundleError(faults);
      const loading = begin();
      const [outcome] = await loading.load(queries, [prepare(bundle)]);
      await loading.settle(queries);
      if (typeof outcome !== 'string') throw new BundleError(outcome ?? []);
      return outcome !== 'unchanged';
    },
    remove: (queries, article, author = null) => removeArticle(queries, article, shared, author),
  };

  function begin(author: string | null = null, distinct = false): Loading {
    const storing = beginStoring(shared, author, distinct);
    return {
      async load(queries, articles) {
        const outcomes = await storing.store(queries, articles);
        return articles.map((article, index): Outcome => {
          const outcome = outcomes[index] ?? 'unchanged';
          if (typeof outcome === 'string') return outcome;
          return outcome.map((clash) => toFault(article, clash));
        });
      },
      settle: storing.settle,
      findNotices: async (queries, article) => [
        ...article.notices,
        ...(await findNotices(queries, article)),
      ],
    };
  }
}

function toFault(
  refused: ArticleToStore,
  { table, id, field, here, there, article }: Clash,
): Fault {
  const bundle: Bundle = JSON.parse(unpackBundle(refused.bundle));
  const entries = (bundle[table] ?? []) as Entry[];
  const pointer = `/${table}/${entries.findIndex((entry) => entry.id === id)}`;
  if (field === 'article')
    return { pointer: `${pointer}/id`, detail: `is taken by a fact of the article ${article}` };
  return {
    pointer: `${pointer}/${field}`,
    detail: `is ${here}, but the article ${article} has ${there} for ${id}`,
  };
}
