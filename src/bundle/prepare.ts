import { hash } from 'node:crypto';
import { toActorCounts } from '../resource/components.ts';
import { createMerge } from '../resource/merge.ts';
import type { FactType, References } from '../resource/resource.ts';
import { termsOfFact } from '../resource/searchable.ts';
import type { ArticleToStore } from '../store/article.ts';
import type { SharedTable } from '../store/shared.ts';
import { packBundle } from './packed.ts';
import { type Bundle, type Entry, entriesOf } from './schema.ts';

/** A checked bundle as the documents that are stored and served. */
export function prepareArticle(bundle: Bundle, factTypes: readonly FactType[]): ArticleToStore {
  const { article } = bundle;
  const { articleText: _, ...kept } = bundle;
  const text = JSON.stringify(kept);
  const references = referencesOf(bundle, factTypes);
  const mentions = mentionsOf(bundle, factTypes);
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
    digest: hash('sha256', text),
    bundle: packBundle(text),
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
            merge: (records, counts) => {
              const merge = createMerge<object>();
              const needed = records.map((record) => merge.add(JSON.parse(record)));
              const shared = sharing.toShared(merge.merged, toActorCounts(factTypes, counts));
              return { document: JSON.stringify(shared), needed };
            },
          },
        ];
  });
}

function prepareFact(factType: FactType, entry: Entry, references: References) {
  const document = factType.toDocument(entry, references);
  const text = JSON.stringify(document);
  const phrases = entry.mentions.map(({ exact }) => exact);
  return {
    table: factType.name,
    factType: factType.singular,
    id: entry.id,
    document: text,
    // Those of what articles share depend on all of them.
    terms: factType.sharing ? '' : termsOfFact(factType, document, phrases),
    links: factType.links(entry),
    form: factType.sharing ? hash('sha256', text, 'base64url') : '',
    phrases: factType.sharing ? phrases : [],
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

/** In the order of the text, which is that of their ids. */
function mentionsOf(bundle: Bundle, factTypes: readonly FactType[]) {
  const article = bundle.article.id;
  const mentions = factTypes.flatMap((factType) =>
    entriesOf(bundle, factType).flatMap((entry) =>
      entry.mentions.map((mention) => ({
        ...mention,
        factType: factType.singular,
        fact: entry.id,
      })),
    ),
  );
  mentions.sort(
    (left, right) =>
      left.start - right.start ||
      left.end - right.end ||
      compare(left.factType, right.factType) ||
      compare(left.fact, right.fact),
  );
  return mentions.map(({ start, end, exact, factType, fact }, index) => ({
    id: `${article}:${String(index).padStart(mostDigits, '0')}`,
    document: JSON.stringify({ article, start, end, exact, factType, fact }),
  }));
}

/** So many hold the number of any mention, so that the ids order as the numbers do. */
const mostDigits = 7;

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
