import { hash } from 'node:crypto';
import { articleColumns } from '../articles/columns.ts';
import { exactsOf } from '../model/mention.ts';
import { toActorCounts } from '../resource/components.ts';
import { createMerge } from '../resource/merge.ts';
import type { FactType, References } from '../resource/resource.ts';
import { termsOfFact } from '../resource/searchable.ts';
import type { AddedCounts, ArticleToStore, Cell, Count } from '../store/article.ts';
import type { SharedTable } from '../store/due.ts';
import { findUnshownSpeakers } from './notices.ts';
import { packBundle } from './packed.ts';
import { type Bundle, type Entry, entriesOf } from './schema.ts';

/** A checked bundle as the documents that are stored and served. */
export function prepareArticle(bundle: Bundle, factTypes: readonly FactType[]): ArticleToStore {
  const { article } = bundle;
  const text = JSON.stringify(bundle);
  const references = referencesOf(bundle, factTypes);
  const mentions = mentionsOf(bundle, factTypes);
  const counts = {
    ...Object.fromEntries(factTypes.map((it) => [it.name, entriesOf(bundle, it).length])),
    mentions: mentions.length,
  };
  const stated = factTypes
    .filter(({ sharing }) => sharing === undefined)
    .flatMap((factType) =>
      inOrder(entriesOf(bundle, factType)).map((entry) => stateFact(factType, entry, references)),
    );
  const records = factTypes
    .filter(({ sharing }) => sharing !== undefined)
    .flatMap((factType) =>
      entriesOf(bundle, factType).map((entry) => recordFact(factType, entry, references)),
    );
  return {
    id: article.id,
    digest: hash('sha256', text),
    bundle: packBundle(text),
    document: JSON.stringify({ ...article, counts }).slice(0, -1),
    columns: articleColumns(article),
    facts: Array.from(
      Map.groupBy(stated, ({ factType }) => factType),
      ([{ name, columns }, facts]) => ({
        table: name,
        ids: facts.map(({ id }) => id),
        columns: ['id', 'document', 'terms', ...Object.keys(columns)],
        rows: facts.map(({ row }) => row),
      }),
    ),
    links: JSON.stringify(stated.flatMap(({ links }, place) => links.map((it) => [place, ...it]))),
    records: records.map(({ record }) => record),
    mentions: JSON.stringify(mentions),
    counts: JSON.stringify(countShared(stated, records, factTypes)),
    notices: findUnshownSpeakers(bundle),
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
              return {
                document: JSON.stringify(shared),
                columns: columnsOf(factType, shared),
                links: factType.links(merge.merged),
                needed,
              };
            },
          },
        ];
  });
}

/** By where they stand in the text first, then by id: the order of their numbers. */
function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(
    (left, right) =>
      (left.mentions[0]?.start ?? 0) - (right.mentions[0]?.start ?? 0) ||
      compare(left.id, right.id),
  );
}

function stateFact(factType: FactType, entry: Entry, references: References) {
  const { singular } = factType;
  const document = factType.toDocument(entry, references);
  const links = factType
    .links(document)
    .map(({ relation, target, role = '', targetType }) => [
      relation,
      target,
      role,
      singular,
      targetType,
    ]);
  const terms = termsOfFact(factType, document, phrasesOf(entry));
  const columns = Object.values(columnsOf(factType, document));
  return {
    factType,
    id: entry.id,
    row: [entry.id, JSON.stringify(document), terms, ...columns],
    links,
  };
}

function columnsOf({ columns }: FactType, document: unknown): Record<string, Cell> {
  return Object.fromEntries(Object.entries(columns).map(([name, read]) => [name, read(document)]));
}

function recordFact(factType: FactType, entry: Entry, references: References) {
  const document = JSON.stringify(factType.toDocument(entry, references));
  const record = {
    table: factType.name,
    id: entry.id,
    document,
    form: hash('sha256', document, 'base64url').slice(0, formDigits),
    kind: entry.kind ?? '',
    wikidata: (entry as { wikidata?: string | null }).wikidata ?? null,
  };
  return { record, phrases: phrasesOf(entry) };
}

/** So many base64url digits of SHA-256, 132 bits, keep the records of one fact apart. */
const formDigits = 22;

/** What states the fact; not who says so, which is another's name. */
function phrasesOf({ mentions }: Entry): string[] {
  return exactsOf(mentions, 'content');
}

/** What the article adds to the counts of what it shares with others. */
function countShared(
  stated: readonly { factType: FactType; links: readonly string[][] }[],
  records: readonly ReturnType<typeof recordFact>[],
  factTypes: readonly FactType[],
): AddedCounts {
  const shared = new Set(factTypes.flatMap(({ name, sharing }) => (sharing ? [name] : [])));
  const tallies: Count[] = [];
  const phrases: Count[] = [];
  for (const { record, phrases: its } of records) {
    tallies.push([record.table, record.id, 'article', 1]);
    tallies.push([record.table, record.id, 'mention', its.length]);
    for (const phrase of its) phrases.push([record.table, record.id, phrase, 1]);
  }
  for (const { factType, links } of stated) {
    // As what it refers to something, and how often, doesn't matter: it counts once.
    const targets = new Map(links.map((link) => [`${link[4]}/${link[1]}`, link]));
    for (const [, target = '', , , targetType = ''] of targets.values())
      if (shared.has(targetType)) tallies.push([targetType, target, factType.singular, 1]);
  }
  return { tallies, phrases };
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

/** In the order of the text. */
function mentionsOf(bundle: Bundle, factTypes: readonly FactType[]) {
  const mentions = factTypes.flatMap((factType) =>
    entriesOf(bundle, factType).flatMap((entry) =>
      entry.mentions.map(
        ({ start, end, exact, role, continues }) =>
          [start, end, exact, role, continues, factType.singular, entry.id] as const,
      ),
    ),
  );
  return mentions.sort(
    (left, right) =>
      left[0] - right[0] ||
      left[1] - right[1] ||
      compare(left[5], right[5]) ||
      compare(left[6], right[6]) ||
      compare(left[3], right[3]),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
