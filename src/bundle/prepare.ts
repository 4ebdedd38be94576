import { createHash } from 'node:crypto';
import { toActorCounts } from '../resource/components.ts';
import type { FactType, References } from '../resource/resource.ts';
import { termsOfFact } from '../resource/searchable.ts';
import type { ArticleToStore, SharedTable } from '../store/load.ts';
import { type Bundle, type Entry, entriesOf } from './schema.ts';

/** A checked bundle as the documents that are stored and served. */
export function prepareArticle(bundle: Bundle, factTypes: readonly FactType[]): ArticleToStore {
  const { article } = bundle;
  const references = referencesOf(bundle, factTypes);
  const mentions = factTypes.flatMap((factType) =>
    entriesOf(bundle, factType).flatMap((entry) => mentionsOf(article.id, factType, entry)),
  );
  const counts = {
    ...Object.fromEntries(factTypes.map((it) => [it.name, entriesOf(bundle, it).length])),
    mentions: mentions.length,
  };
  const prepared = factTypes.map((factType) => ({
    shared: factType.sharing !== undefined,
    rows: entriesOf(bundle, factType).map((entry) => prepareFact(factType, entry, references)),
  }));
  return {
    id: article.id,
    digest: createHash('sha256').update(JSON.stringify(bundle)).digest('hex'),
    document: JSON.stringify({ ...article, counts }),
    facts: prepared.filter(({ shared }) => !shared).flatMap(({ rows }) => rows),
    records: prepared.filter(({ shared }) => shared).flatMap(({ rows }) => rows),
    mentions,
  };
}

/** The shared tables, and how their documents are made of records. */
export function sharedTables(factTypes: readonly FactType[]): SharedTable[] {
  return factTypes.flatMap((factType) => {
    const { name, singular, sharing } = factType;
    return sharing === undefined
      ? []
      : [
          {
            table: name,
            factType: singular,
            toTerms: (document, phrases) => termsOfFact(factType, JSON.parse(document), phrases),
            merge: (records, counts) =>
              JSON.stringify(
                sharing.merge(
                  records.map((record) => JSON.parse(record)),
                  toActorCounts(factTypes, counts),
                ),
              ),
          },
        ];
  });
}

function prepareFact(factType: FactType, entry: Entry, references: References) {
  const document = factType.toDocument(entry, references);
  const phrases = entry.mentions.map(({ exact }) => exact);
  return {
    table: factType.name,
    factType: factType.singular,
    id: entry.id,
    document: JSON.stringify(document),
    // Those of what articles share depend on all of them.
    terms: factType.sharing ? '' : termsOfFact(factType, document, phrases),
    links: factType.links(entry),
    kind: entry.kind ?? '',
    wikidata: (entry as { wikidata?: string | null }).wikidata ?? null,
  };
}

function referencesOf(bundle: Bundle, factTypes: readonly FactType[]): References {
  const known = new Map<string, unknown>();
  for (const factType of factTypes)
    for (const entry of entriesOf(bundle, factType))
      known.set(`${factType.name}/${entry.id}`, factType.toReference?.(entry));
  const to = <Reference>(key: string, id: string) => {
    const reference = known.get(`${key}/${id}`);
    if (reference === undefined) throw new Error(`The bundle was not checked: no ${key}/${id}`);
    return reference as Reference;
  };
  return {
    article: bundle.article.id,
    to,
    orNull: (key, id) => (id === null ? null : to(key, id)),
  };
}

function mentionsOf(article: string, { singular }: FactType, { id, mentions }: Entry) {
  return mentions.map(({ start, end, exact }) => ({
    id: [article, padded(start), padded(end), singular, id].join(':'),
    document: JSON.stringify({ article, start, end, exact, factType: singular, fact: id }),
  }));
}

/** Ten digits hold every 32-bit offset, so that the ids order as the numbers do. */
function padded(offset: number): string {
  return String(offset).padStart(10, '0');
}
