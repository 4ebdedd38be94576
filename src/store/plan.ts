import type { Interval } from '../model/interval.ts';
import type { Order, Position } from '../model/order.ts';
import type { Query } from '../text/sought.ts';
import type { Documents } from './documents.ts';

/** What a column is compared with. */
export type Value = string | number;

/** What a filter means: which rows of its table it leaves, for the values asked for. */
export type Where =
  /** Those with any of the values in this column. */
  | { column: string }
  /** Facts of the type `from` that refer to any of these targets in this relation. */
  | { link: string; from: string }
  /** What any of these articles states, or, of what articles share, what any of them names. */
  | { article: 'states' | 'names' }
  /** Those whose column compares so with the one value. */
  | { bound: string; sign: '<' | '<=' | '>' | '>=' };

/** A filter with the values asked for. */
export interface Filter {
  where: Where;
  values: readonly Value[];
  /** Whether it leaves the other rows: all that it would take away otherwise, what has no value among them. */
  negated?: boolean;
}

/** Which rows of a table are meant, and in which order. */
export interface Selection {
  table: string;
  /** All of them have to hold. */
  filters: readonly Filter[];
  /** Words that the items must have, or not have; null where none were asked for. */
  phrases: Query | null;
  order: Order;
  descending: boolean;
}

/** No page of a list has more rows. */
export const longestPage = 100;

/** A page of a list, with what else was asked of the whole list. */
export interface ListPlan extends Selection {
  /** The page begins behind this row. */
  after: Position | null;
  /** At most `longestPage`. */
  limit: number;
  /** Whether to count all rows. */
  counted: boolean;
  /** What to count the values of, by name. */
  facets: Readonly<Record<string, Where>>;
}

export interface Page {
  documents: Documents;
  /** The last row's position where more rows follow, else null. */
  next: Position | null;
}

/** At most so many values of a facet are told: the most frequent. */
export const mostValues = 100;

export interface ValueCount {
  value: string;
  count: number;
}

export interface List extends Page {
  /** How many rows all pages have together; null unless asked for. */
  total: number | null;
  /** The most frequent values of each facet; null unless asked for. */
  facets: Record<string, ValueCount[]> | null;
  /** False where there was no time to count all: the total is null then, or facets are left out. */
  complete: boolean;
}

/** As the texts have them: articles in the order in which they came. */
export const inOrderOfText: Order = { columns: ['number'], unique: true };

/** Everything of a table, in that order. */
export function everythingOf(table: string): Selection {
  return { table, filters: [], phrases: null, order: inOrderOfText, descending: false };
}

/** At most so many intervals are told: the first. */
export const mostIntervals = 2000;

/** In how many rows' time each interval has a part. */
export interface TimelinePlan extends Omit<Selection, 'order' | 'descending'> {
  interval: Interval;
  /** The days, as numbers, from which on and up to which intervals are told; null where all are. */
  from: number | null;
  to: number | null;
}

/** The days of an interval that were asked for, and how many rows may lie on them. */
export interface IntervalCount {
  first: number;
  last: number;
  count: number;
}

export interface Timeline {
  /** Without those in which nothing lies. */
  intervals: IntervalCount[];
  /** How many rows have no date. */
  undated: number;
  /** False where later intervals aren't told, or there was no time to count at all. */
  complete: boolean;
}

/** The actors that one meets, as participants of one event or speakers of one quote, the most frequent first. */
export interface MeetingsPlan {
  actor: string;
  /** Only in these articles; in all where there are none. */
  articles: readonly string[];
  /** Not in these articles. */
  withoutArticles: readonly string[];
  /** The page begins behind the actor with that total and id. */
  after: Position | null;
  limit: number;
  counted: boolean;
}

/** Another actor, in how many facts the two meet, and as what. */
export interface Meeting {
  /** JSON text. */
  document: string;
  id: string;
  total: number;
  events: number;
  quotes: number;
  roles: { own: string; other: string; events: number }[];
}

export interface MeetingsResult {
  meetings: Meeting[];
  next: Position | null;
  total: number | null;
  /** False where there was no time to count. */
  complete: boolean;
}

/** A page of what was put and deleted, the oldest first unless said otherwise. */
export interface ChangesPlan {
  newestFirst: boolean;
  /** Whether to tell what is stored of their articles now. */
  withArticles: boolean;
  /** The page begins behind the change of that revision. */
  after: Position | null;
  limit: number;
}

export interface ChangesResult {
  changes: (Change & {
    /** Which form of the article's bundle is stored now; null where it is gone. */
    digest: string | null;
    /** With the revision, what no other change has, of a copy that went on either. */
    mark: string;
  })[];
  /** Of each change the JSON text of its article, if that is there; none unless asked for. */
  articles: (string | null)[];
  /** The revision of the last one where more follow, else null. */
  next: Position | null;
}

/** Ids that a column of a table may have. */
export interface MissingPlan {
  table: string;
  column: string;
  ids: readonly string[];
}

/** An id that no row has, and those that come before and behind it. */
export interface MissingId {
  id: string;
  near: string[];
}

/** An article was put or deleted. */
export interface Change {
  revision: number;
  kind: 'put' | 'delete';
  article: string;
  /** RFC 3339, UTC. */
  time: string;
  /** Name of the API key; null of the command line and of seeds. */
  author: string | null;
}
