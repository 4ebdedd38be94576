import type { FactType } from '../resource/resource.ts';
import { currentTermsVersion, termsOfFact } from '../resource/searchable.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { remakeWords, rememberTermsVersion, selectTermsVersion } from '../store/write/words.ts';

/**
 * Makes the terms of all facts anew where the store has those of another version.
 * @throws StoreError where that is needed but the store is read-only
 */
export async function reindex(store: Store, factTypes: readonly FactType[]): Promise<void> {
  const isCurrent = (version: number | null) => version === null || version === currentTermsVersion;
  if (isCurrent(await store.read(selectTermsVersion))) return;
  if (store.readOnly)
    throw new StoreError(
      'the database can’t be written, but its index of words is another version’s: start this version once where it can be written',
    );
  await store.write(async (writing) => {
    // Asked again: another server may have done it meanwhile.
    if (isCurrent(await selectTermsVersion(writing))) return;
    for (const factType of factTypes)
      await remakeWords(
        writing,
        { table: factType.name, factType: factType.singular },
        (document, phrases) => termsOfFact(factType, JSON.parse(document), phrases),
      );
    await rememberTermsVersion(writing, currentTermsVersion);
  });
}
