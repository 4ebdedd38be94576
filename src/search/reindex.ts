import type { FactType } from '../resource/resource.ts';
import { currentTermsVersion, termsOfFact } from '../resource/searchable.ts';
import type { Queries } from '../store/connection.ts';
import { selectPhrases } from '../store/mentions.ts';
import type { Store } from '../store/open.ts';
import { inOrderOfText, type Page, type PageRequest, selectPage } from '../store/pages.ts';
import { termsVersion } from '../store/search.ts';
import { StoreError } from '../store/store-error.ts';
import { changeWords, rememberTermsVersion } from '../store/write/words.ts';

/**
 * Makes the terms of all facts anew where the store has those of another version, or none.
 * @throws StoreError where that is needed but the store is read-only
 */
export async function reindex(store: Store, factTypes: readonly FactType[]): Promise<void> {
  if ((await store.read(termsVersion)) === currentTermsVersion) return;
  if (store.readOnly)
    throw new StoreError(
      'the database can’t be written, but its index of words is another version’s: start this version once where it can be written',
    );
  await store.write(async (queries) => {
    // Asked again: another server may have done it meanwhile.
    if ((await termsVersion(queries)) === currentTermsVersion) return;
    for (const factType of factTypes) await reindexType(queries, factType);
    await rememberTermsVersion(queries, currentTermsVersion);
  });
}

async function reindexType(queries: Queries, factType: FactType): Promise<void> {
  const { name: table, singular } = factType;
  const request = {
    table,
    conditions: [],
    order: inOrderOfText,
    descending: false,
    limit: 500,
  };
  let after: PageRequest['after'] = null;
  do {
    const page: Page = await selectPage(queries, { ...request, after });
    const facts = [];
    for (const text of page.documents) {
      const document: { id: string } = JSON.parse(text);
      const phrases = await selectPhrases(queries, singular, document.id);
      facts.push({ id: document.id, terms: termsOfFact(factType, document, phrases) });
    }
    await changeWords(queries, table, facts);
    after = page.next;
  } while (after !== null);
}
