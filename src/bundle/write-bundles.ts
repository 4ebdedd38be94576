import type { IncomingHttpHeaders } from 'node:http';
import { checkPreconditions } from '../http/preconditions.ts';
import {
  busy,
  conflict,
  diskFull,
  invalidBody,
  noSuchItem,
  readOnly,
  seeList,
  unusable,
} from '../http/problems.ts';
import { bundleTag } from '../model/bundle-tag.ts';
import { JsonError, readJson } from '../model/json.ts';
import type { Notice } from '../model/notice.ts';
import type { FactType } from '../resource/resource.ts';
import { allOf } from '../store/all-of.ts';
import { selectArticle, selectDigest } from '../store/read/article.ts';
import type { Store } from '../store/store.ts';
import { isBusy, isFull, StoreError } from '../store/store-error.ts';
import type { Writing } from '../store/write/writing.ts';
import { createBundleLoader } from './load.ts';

/** What somebody with a key wants to change. */
export interface Change {
  article: string;
  /** `If-Match` and `If-None-Match`. */
  conditions: IncomingHttpHeaders;
  /** Name of the key. */
  author: string | null;
}

export interface Put extends Change {
  /** The bundle, as it was sent. */
  body: Uint8Array;
}

/** What became of a bundle that was put. */
export interface Stored {
  isNew: boolean;
  /** Of the bundle. */
  etag: string;
  /** The article as it is served: JSON. */
  document: string | null;
  notices: Notice[];
}

/** Changes the content, each time in one transaction. */
export interface BundleWriter {
  /** @throws ProblemError where it is refused, with every fault at once */
  put(put: Put): Promise<Stored>;
  /** @throws ProblemError where it is refused */
  remove(change: Change): Promise<void>;
  close(): Promise<void>;
}

export function createBundleWriter(store: Store, factTypes: readonly FactType[]): BundleWriter {
  const loader = createBundleLoader(factTypes);
  // Compiles the check of bundles, so that the first one needn't wait for that.
  loader.read(null);
  return {
    async put({ article, body, conditions, author }) {
      const { bundle, notices } = readBundle(body, article);
      const prepared = loader.prepare(bundle, notices);
      return write(store, async (writing) => {
        const before = await selectDigest(writing, article);
        checkPreconditions(conditions, before && bundleEtag(before));
        const loading = loader.begin({ author });
        const [outcome] = await loading.load(writing, [prepared]);
        if (typeof outcome !== 'string') throw conflict(outcome ?? []);
        await loading.finish(writing);
        const [document, allNotices] = await allOf([
          selectArticle(writing, article),
          loading.findNotices(writing, prepared),
        ]);
        const etag = bundleEtag(prepared.digest);
        return { isNew: before === null, etag, document, notices: allNotices };
      });
    },
    remove: ({ article, conditions, author }) =>
      write(store, async (writing) => {
        const before = await selectDigest(writing, article);
        if (before === null && conditions['if-match'] === undefined)
          throw noSuchItem('article', article, seeList('/v1/articles'));
        checkPreconditions(conditions, before && bundleEtag(before));
        await loader.remove(writing, article, author);
      }),
    close: async () => {},
  };

  function readBundle(body: Uint8Array, article: string) {
    const { bundle, faults, notices } = loader.read(parse(body));
    if (bundle === null) throw invalidBody(faults);
    if (bundle.article.id !== article)
      throw invalidBody([{ pointer: '/article/id', detail: `must be ${article}, as in the path` }]);
    return { bundle, notices };
  }
}

function parse(body: Uint8Array): unknown {
  try {
    return readJson(body);
  } catch (error) {
    throw error instanceof JsonError ? invalidBody(error.faults) : error;
  }
}

/** A transaction; what keeps it from being written becomes the answer. */
async function write<Result>(
  store: Store,
  work: (writing: Writing) => Promise<Result>,
): Promise<Result> {
  if (store.readOnly) throw readOnly();
  try {
    return await store.write(work);
  } catch (error) {
    if (isBusy(error)) throw busy();
    if (isFull(error)) throw diskFull();
    if (error instanceof StoreError) throw unusable();
    throw error;
  }
}

/** The ETag of a stored bundle. */
export function bundleEtag(digest: string): string {
  return `"${bundleTag(digest)}"`;
}
