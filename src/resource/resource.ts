import type { TSchema } from 'typebox';
import type { Fault } from '../model/fault.ts';
import type { Order } from '../model/order.ts';
import type { Named } from '../model/schema.ts';
import type { Cell, Link } from '../store/article.ts';
import type { Value, Where } from '../store/plan.ts';
import type { LanguageText } from '../text/term-text.ts';
import type { CsvColumns } from './csv-columns.ts';
import type { LinkedNode } from './linked-data.ts';
import type { SqlTables } from './sql-tables.ts';
import type { SharedFields } from './statements.ts';

/** One query parameter, and what it means to the store. */
export interface Filter {
  parameter: TSchema;
  where: Where;
  /** What the store has for a value of the parameter, where that is another one. */
  toStored?(value: Value): Value;
  /** Which list has the ids that it takes, if it takes ids; `mentions.fact`: it has them as `fact`. */
  idsOf?: string;
  /** Hardly two items have the same value, so that nobody wants to know how many have it. */
  isOwn?: boolean;
}

/** A collection that is listed, filtered and ordered. All of its routes follow from this. */
export interface Resource {
  /** In the plural: path, table of the store, and tag. */
  name: string;
  /** In the singular: the `factType`, and the parameter of the item's path. */
  singular: string;
  /** What the collection is, for its readers. */
  description: string;
  /** Of an item, alone and in lists. */
  schema: Named;
  /** The id of a real item; null where items are only listed. */
  example: string | null;
  /** Of its exports. */
  csvColumns: CsvColumns;
  /** Of the SQLite export. */
  sqlTables: SqlTables;
  filters: Record<string, Filter>;
  /** A value of `not` that leaves some of what the examples of the filters find. */
  exampleNot: string;
  /** By the value of `sort`; the first is the default. */
  orders: Record<string, Order>;
}

/** The words by which a fact is found. */
interface Searchable {
  /** What it is shown as: its name, title, label or words. */
  title: Readonly<Record<string, string>>;
  /** What it can be found by beside its title and the phrases that mention it; without a language, it is in the article’s. */
  texts: readonly (string | LanguageText)[];
}

/** What is found by words. */
export interface Searched {
  /** Words that find what the examples of the filters find. */
  exampleSearch: string;
  toSearchable(document: unknown): Searchable;
}

/** Looks references up in the bundle at hand. */
export interface References {
  /** Id of the article. */
  article: string;
  /** The reference to a fact that the bundle lists under `key`, as it names it. */
  to<Reference>(key: string, id: string): Reference;
  orNull<Reference>(key: string, id: string | null): Reference | null;
}

/** For what articles share: how it is made of what all of them state. */
interface Sharing {
  fields: SharedFields;
  /** Fields in which no two articles may differ. */
  agreed: readonly string[];
  /** Whether it is served with how often articles have it. */
  counted: boolean;
}

/** A resource that articles state, and how a bundle's entry becomes what is stored. */
export interface FactType<Entry = unknown, Document = unknown> extends Resource {
  /** Schema of an entry in a bundle, under the key `name`. */
  entry: Named;
  toDocument(entry: Entry, references: References): Document;
  /** Words that find what the examples of the filters find. */
  exampleSearch: string;
  toSearchable(document: Document): Searchable;
  /** The fact in JSON-LD; what is undefined or empty is left out. */
  toLinkedData(document: Document): LinkedNode;
  /** Every reference of the fact to another. */
  links(document: Document): Link[];
  /** By name, what the store filters and orders by beside the document, the id and the words. */
  columns: Record<string, (document: Document) => Cell>;
  /** What the schema can't say of an entry that is right by it: each fault with its pointer within the entry. */
  findFaults?(entry: Entry): Fault[];
  /** Words that the entry has from the text, beside its mentions: each with its pointer within the entry. */
  wordsAsTheyStand?(entry: Entry): { pointer: string; words: string }[];
  /** Fields by which an entry refers to another of its type that it belongs to: there is no circle in them. */
  chains?: readonly string[];
  /** Lists of an entry in which nothing may stand twice: it would be counted, and shown, twice. */
  distinct?: readonly string[];
  /** The roles that its mentions may have; `content` unless given. */
  mentionRoles?: readonly string[];
  /** The most code points of a mention; `longestPhrase` unless given. */
  longestMention?: number;
  /** How other facts refer to it; absent where none does. */
  toReference?(entry: Entry): { id: string; kind: string };
  sharing?: Sharing;
}

/** Whether its items are found by words: facts, and articles. */
export function isSearched<Any extends object>(resource: Any): resource is Any & Searched {
  return 'toSearchable' in resource;
}

/** Declares a resource that is found by words; outside its folder its documents are opaque. */
export function defineSearched<Document>(
  resource: Resource & Pick<FactType<never, Document>, 'exampleSearch' | 'toSearchable'>,
): Resource & Searched {
  return resource as unknown as Resource & Searched;
}

/** Declares a fact type; outside its folder its entries and documents are opaque. */
export function defineFactType<Entry, Document>(factType: FactType<Entry, Document>): FactType {
  return factType as FactType;
}
