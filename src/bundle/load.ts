import type { Fault } from '../model/fault.ts';
import type { FactType } from '../resource/resource.ts';
import type { Queries } from '../store/connection.ts';
import { type Clash, findClashes, storeArticle } from '../store/load.ts';
import { type BundleChecker, createBundleChecker } from './check.ts';
import { prepareArticle, sharedTables } from './prepare.ts';
import type { Bundle } from './schema.ts';

/** A bundle is not stored, for all these reasons. */
export class BundleError extends Error {
  override name = 'BundleError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`).join('\n'));
    this.faults = faults;
  }
}

export interface BundleLoader extends BundleChecker {
  /**
   * Stores a bundle in place of what its article stated before, within the caller's transaction.
   * @returns whether anything changed
   * @throws BundleError if it is faulty or contradicts other articles
   */
  load(queries: Queries, value: unknown): Promise<boolean>;
}

export function createBundleLoader(factTypes: readonly FactType[]): BundleLoader {
  const { check } = createBundleChecker(factTypes);
  const shared = sharedTables(factTypes);
  return {
    check,
    async load(queries, value) {
      const faults = check(value);
      if (faults.length > 0) throw new BundleError(faults);
      const bundle = value as Bundle;
      const article = prepareArticle(bundle, factTypes);
      const clashes = await findClashes(queries, article);
      if (clashes.length > 0) throw new BundleError(clashes.map((it) => toFault(bundle, it)));
      return storeArticle(queries, article, shared);
    },
  };
}

function toFault(bundle: Bundle, { table, id, field, here, there, article }: Clash): Fault {
  const entries = (bundle[table] ?? []) as { id: string }[];
  const pointer = `/${table}/${entries.findIndex((entry) => entry.id === id)}`;
  if (field === 'article')
    return { pointer: `${pointer}/id`, detail: `is taken by a fact of the article ${article}` };
  return {
    pointer: `${pointer}/${field}`,
    detail: `is ${here}, but the article ${article} has ${there} for ${id}`,
  };
}
