import type { Statement } from '../store/article.ts';

/**
 * How a field of a shared fact is made of what articles state. `one`: what most of them state. `many`: all
 * of it, the most frequent first. `texts`: by language, what most of them state in it. Array of names:
 * fields that are stated together, so that what is served never mixes two articles. Ties are broken by
 * code point; null is not stated.
 */
type SharedField =
  | 'one'
  | 'one reference'
  | 'many'
  | 'many texts'
  | 'many references'
  | 'texts'
  | readonly string[];

/** By name, in the order of the document; the name of fields that are stated together is their statement's. */
export type SharedFields = Readonly<Record<string, SharedField>>;

type Texts = Readonly<Record<string, string>>;
interface Reference {
  id: string;
  kind: string;
  name: Texts;
}
type Item = Readonly<Record<string, unknown>>;

/** What an article in that language states of a shared fact by its record. */
export function toStatements(fields: SharedFields, record: Item, language: string): Statement[] {
  const stated = Object.entries(fields).flatMap(([name, field]) =>
    stateField(field, name, record).map(([key, value = '']): Statement => [name, key, value, 1]),
  );
  return [...stated, ['language', language, '', 1]];
}

function stateField(
  field: SharedField,
  name: string,
  record: Item,
): [key: string, value?: string][] {
  if (typeof field !== 'string') {
    const values = field.map((each) => record[each]);
    return values.every((value) => value === null) ? [] : [[JSON.stringify(values)]];
  }
  const value = record[name];
  if (value === null) return [];
  if (field === 'texts') return Object.entries(value as Texts);
  const items = field.startsWith('many') ? (value as unknown[]) : [value];
  if (field === 'one reference' || field === 'many references')
    return Array.from(new Map((items as Reference[]).map((it) => [it.id, wordReference(it)])));
  const keys = field === 'many texts' ? (items as Texts[]).map(toJson) : (items as string[]);
  return [...new Set(keys)].map((key) => [key]);
}

/**
 * What is served of a shared fact.
 * @param statements in the order of their keys, then values, by code point
 */
export function serveStatements(
  fields: SharedFields,
  id: string,
  statements: readonly Statement[],
): Item {
  const byField = Map.groupBy(statements, ([field]) => field);
  const rank = (field: string) => rankKeys(byField.get(field) ?? []);
  // Where there is no English, the first language is shown: that of the most articles.
  const languages = rank('language').map(({ key }) => key);
  const served = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const ranked = rank(name);
    if (typeof field === 'string') return [[name, serveField(field, ranked, languages)]];
    const values: unknown[] = ranked[0] === undefined ? [] : JSON.parse(ranked[0].key);
    return field.map((each, index) => [each, values[index] ?? null]);
  });
  return { id, ...Object.fromEntries(served) };
}

/** What is stated of one thing, in the words of most articles. */
interface Ranked {
  key: string;
  value: string;
}

/** By how often each is stated; what is as frequent stays in its order. */
function rankKeys(statements: readonly Statement[]): Ranked[] {
  const sum = (of: readonly Statement[]) => of.reduce((total, [, , , count]) => total + count, 0);
  return Array.from(
    Map.groupBy(statements, ([, key]) => key),
    ([key, worded]) => {
      const [first] = worded.toSorted((left, right) => right[3] - left[3]);
      return { key, value: first?.[2] ?? '', total: sum(worded) };
    },
  ).sort((left, right) => right.total - left.total);
}

function serveField(
  field: Exclude<SharedField, readonly string[]>,
  ranked: readonly Ranked[],
  languages: readonly string[],
): unknown {
  const inOrder = (texts: Texts): Texts => {
    const first = languages.flatMap((it) => (texts[it] === undefined ? [] : [[it, texts[it]]]));
    return { ...Object.fromEntries(first), ...texts };
  };
  const read: Record<typeof field, (item: Ranked) => unknown> = {
    texts: ({ value }) => value,
    one: ({ key }) => key,
    many: ({ key }) => key,
    'many texts': ({ key }) => inOrder(JSON.parse(key)),
    'one reference': readReference,
    'many references': readReference,
  };
  if (field === 'texts') {
    const texts = ranked.map(({ key, value }) => [key, value]).sort();
    return texts.length === 0 ? null : inOrder(Object.fromEntries(texts));
  }
  const items = field.startsWith('many') ? ranked : ranked.slice(0, 1);
  const values = items.map(read[field]);
  return field.startsWith('many') ? values : (values[0] ?? null);

  function readReference({ key, value }: Ranked): Reference {
    const { kind, name }: Reference = JSON.parse(value);
    return { id: key, kind, name: inOrder(name) };
  }
}

function wordReference({ kind, name }: Reference): string {
  return `{"kind":${JSON.stringify(kind)},"name":${toJson(name)}}`;
}

/** The same JSON for the same texts, in whatever order their languages come. */
function toJson(texts: Texts): string {
  return JSON.stringify(Object.fromEntries(Object.entries(texts).sort()));
}
