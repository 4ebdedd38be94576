/** A reference from a fact to another, as what. */
export interface Link {
  relation: string;
  targetType: string;
  target: string;
  role?: string;
}

/** What stands in a column. */
export type Cell = string | number | null;

/** The facts of one table that an article states, in the order of their positions in the text, then of their ids. */
interface FactsToStore {
  table: string;
  ids: readonly string[];
  /** The names of all columns but the number: `id`, `document`, `terms` (see `toTermText`), and those of the fact type. */
  columns: readonly string[];
  /** A row a fact. */
  rows: readonly (readonly Cell[])[];
}

/** What is stated of a shared fact, as the table `statements` has it; and by how many articles, or how often by one. */
export type Statement = readonly [field: string, key: string, value: string, count: number];

/** What an article states of something that all articles share: every statement once. */
export interface SharedRecord {
  table: string;
  id: string;
  statements: readonly Statement[];
}

/**
 * One article with everything it states, ready to be stored. What only the engine reads is JSON: that
 * costs a fraction of handing over every value, between threads too.
 */
export interface ArticleToStore {
  id: string;
  /** Of the bundle. */
  digest: string;
  /** What it was loaded from: JSON. */
  bundle: string;
  /** JSON, but for when and with which revision it was stored: the last brace is left out. */
  document: string;
  /** What articles are filtered and ordered by. */
  columns: Readonly<Record<string, Cell>>;
  /** Each has its place among them, one table behind the other; fewer than `mostPlaces`. */
  facts: readonly FactsToStore[];
  /** JSON: a row `[place of the fact, relation, target, role, factType, targetType]` each. */
  links: string;
  /** JSON: a row `[start, end, exact, role, continues, factType, fact]` each, in the order of the text; at most `mostPlaces`. */
  mentions: string;
  /** JSON: `SharedRecord`s, in the order of the bundle. */
  records: string;
  /** By language, the texts that it is found by, each once on a line: to know the forms of their words. */
  texts: Readonly<Record<string, string>>;
}

/** How many bits of a fact's number are its place among the facts of its article; the rest is the article's number. */
export const placeBits = 20;
export const mostPlaces = 2 ** placeBits;
/** From this number on, facts are shared. */
export const firstShared = 2 ** 52;
