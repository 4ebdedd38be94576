import { hash } from 'node:crypto';
import { articles } from '../facts/articles/articles.ts';
import { articleColumns } from '../facts/articles/columns.ts';
import { exactsOf } from '../model/mention.ts';
import type { Notice } from '../model/notice.ts';
import type { FactType, References } from '../resource/resource.ts';
import { textsOf } from '../resource/searchable.ts';
import { columnsOf } from '../resource/stated-columns.ts';
import { toStatements } from '../resource/statements.ts';
import type { ArticleToStore, SharedRecord, Statement } from '../store/article.ts';
import { toTermText } from '../text/term-text.ts';
import { createTextReader, type TextReader } from '../text/text-reader.ts';
import { type Bundle, type Entry, entriesOf } from './schema.ts';

/** An article that is ready to be stored, and what looks wrong in its bundle alone. */
export interface PreparedArticle extends ArticleToStore {
  notices: readonly Notice[];
}

/**
 * A checked bundle as the documents that are stored and served.
 * @param notices what looked wrong when it was read
 */
export function prepareArticle(
  bundle: Bundle,
  factTypes: readonly FactType[],
  notices: readonly Notice[] = [],
): PreparedArticle {
  const { article } = bundle;
  const text = JSON.stringify(bundle);
  const references = referencesOf(bundle, factTypes);
  const mentions = mentionsOf(bundle, factTypes);
  const counts = {
    ...Object.fromEntries(factTypes.map((it) => [it.name, entriesOf(bundle, it).length])),
    mentions: mentions.length,
  };
  const { language } = article;
  const reader = createTextReader();
  const stated = factTypes
    .filter(({ sharing }) => sharing === undefined)
    .flatMap((factType) =>
      inOrder(entriesOf(bundle, factType)).map((entry) =>
        stateFact(factType, entry, references, { language, reader }),
      ),
    );
  const referring = countAll(stated.flatMap(({ targets }) => [...targets]));
  const records = recordShared(bundle, factTypes, { references, referring, reader });
  const terms = toTermText(textsOf(articles, article, [], language), reader.read);
  return {
    id: article.id,
    digest: hash('sha256', text),
    bundle: text,
    document: JSON.stringify({ ...article, counts }).slice(0, -1),
    columns: { ...articleColumns(article), terms },
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
    mentions: JSON.stringify(mentions),
    records: JSON.stringify(records),
    texts: reader.texts(),
    notices,
  };
}

/** By where they stand in the text first, then by id: the order of their numbers. */
function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(
    (left, right) =>
      (left.mentions[0]?.start ?? 0) - (right.mentions[0]?.start ?? 0) ||
      compare(left.id, right.id),
  );
}

function stateFact(
  factType: FactType,
  entry: Entry,
  references: References,
  { language, reader }: { language: string; reader: TextReader },
) {
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
  const texts = textsOf(factType, document, phrasesOf(entry), language);
  const columns = Object.values(columnsOf(factType, document));
  return {
    factType,
    id: entry.id,
    row: [entry.id, JSON.stringify(document), toTermText(texts, reader.read), ...columns],
    links,
    // As what it refers to something, and how often, doesn't matter: it counts once.
    targets: new Set(
      links.map(([, target, , , targetType]) => `${targetType}/${target}/${singular}`),
    ),
  };
}

/** What the article states of everything that articles share. */
function recordShared(
  bundle: Bundle,
  factTypes: readonly FactType[],
  {
    references,
    referring,
    reader,
  }: { references: References; referring: ReadonlyMap<string, number>; reader: TextReader },
): SharedRecord[] {
  const { language } = bundle.article;
  const own = factTypes.filter(({ sharing }) => sharing === undefined);
  return factTypes.flatMap((factType) => {
    const { name: table, sharing } = factType;
    if (sharing === undefined) return [];
    return entriesOf(bundle, factType).map((entry) => {
      const { id, mentions } = entry;
      const document = factType.toDocument(entry, references) as Record<string, unknown>;
      const phrases = countAll(phrasesOf(entry));
      const statements: Statement[] = [
        ...toStatements(sharing.fields, document, language),
        ['article', '', '', 1],
        ['mention', '', '', mentions.length],
      ];
      for (const { singular } of own) {
        const count = referring.get(`${table}/${id}/${singular}`);
        if (count !== undefined) statements.push([singular, '', '', count]);
      }
      for (const [phrase, count] of phrases) statements.push(['phrase', phrase, '', count]);
      reader.note(textsOf(factType, document, [...phrases.keys()], language));
      return { table, id, statements };
    });
  });
}

/** What states the fact; not who says so, which is another's name. */
function phrasesOf({ mentions }: Entry): string[] {
  return exactsOf(mentions, 'content');
}

/** How often each comes. */
function countAll(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
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
          [start, end, exact, role, Number(continues), factType.singular, entry.id] as const,
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
