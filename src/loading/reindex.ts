import { setTimeout } from 'node:timers/promises';
import { prepareArticle } from '../bundle/prepare.ts';
import { sharedTables } from '../bundle/shared-tables.ts';
import type { FactType } from '../resource/resource.ts';
import { currentTermsVersion } from '../resource/searchable.ts';
import { unpack } from '../store/packed.ts';
import { nextArticles } from '../store/read/article.ts';
import { countRows, nextIds } from '../store/read/ids.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { createFormsToStore, forgetForms } from '../store/write/forms.ts';
import { refreshShared } from '../store/write/shared.ts';
import {
  createWordsToIndex,
  recountWords,
  rememberTermsVersion,
  replaceWords,
  selectTermsVersion,
} from '../store/write/words.ts';
import { whileBusy } from './while-busy.ts';

/** How many of all articles have their words made anew. */
export interface Progress {
  done: number;
  all: number;
}

/** So many articles, or shared facts, at a time: others write in between. */
const [mostArticles, mostShared] = [10, 200];

/** The version that is remembered while words are made anew: a server keeps no answer then. */
const passingVersion = -1;

/**
 * Whether the words of the store were made by other rules than this version’s; from then on they count as being
 * made anew.
 * @throws StoreError where they were but the store is read-only
 */
export async function beginReindex(store: Store): Promise<boolean> {
  const version = await store.read(selectTermsVersion);
  if (version === null || version === currentTermsVersion) return false;
  if (store.readOnly)
    throw new StoreError(
      'the database can’t be written, but its index of words is another version’s: start this version once where it can be written',
    );
  await store.write((writing) => rememberTermsVersion(writing, passingVersion));
  return true;
}

/**
 * Makes the words of everything anew, from the bundles, in steps. To be called behind
 * `beginReindex`; until it is done, whoever starts next begins from the beginning.
 * @param pauseMs how long others have between two steps
 */
export async function* reindex(
  store: Store,
  factTypes: readonly FactType[],
  pauseMs = 0,
): AsyncGenerator<Progress> {
  const write: Store['write'] = (work) => whileBusy(() => store.write(work), Infinity);
  await write(forgetForms);
  const forms = createFormsToStore();
  for (let [last, done] = [-1, 0]; ; ) {
    const step = await write(async (writing) => {
      const rows = await nextArticles(writing, last, mostArticles);
      const { articles: all = 0 } = await countRows(writing, ['articles']);
      const articles = rows.map(({ number, bundle }) => ({
        number,
        article: prepareArticle(JSON.parse(unpack(bundle)), factTypes),
      }));
      await replaceWords(writing, articles);
      for (const { article } of articles) forms.note(article.texts);
      await forms.write(writing);
      return { all, numbers: rows.map(({ number }) => number) };
    });
    if (step.numbers.length === 0) break;
    last = step.numbers.at(-1) ?? last;
    done += step.numbers.length;
    yield { done: Math.min(done, step.all), all: step.all };
    await setTimeout(pauseMs);
  }
  const shared = sharedTables(factTypes);
  for (const { table } of shared)
    for (let last = ''; ; ) {
      const ids = await write(async (writing) => {
        const ids = await nextIds(writing, table, last, mostShared);
        const words = createWordsToIndex();
        await refreshShared(writing, shared, new Map([[table, new Set(ids)]]), words);
        await words.index(writing);
        return ids;
      });
      if (ids.length === 0) break;
      last = ids.at(-1) ?? last;
      await setTimeout(pauseMs);
    }
  await write(async (writing) => {
    await recountWords(writing, ['articles', ...factTypes.map(({ name }) => name)]);
    await rememberTermsVersion(writing, currentTermsVersion);
  });
}
