import type { LocalizedText } from '../model/localized-text.ts';
import type { Cell } from '../store/article.ts';
import type { TableShape } from '../store/tables.ts';
import { type Columns, integer, text, to } from './sql-columns.ts';

/** A table that items of a resource have rows in, made for people who know SQL. */
export interface SqlTable<Document = unknown> extends Omit<TableShape, 'name'> {
  /** The rows that an item has in it, a cell for each column. */
  rows(document: Document): Cell[][];
}

/** By name. A table of one name may have rows of several resources. */
export type SqlTables = Readonly<Record<string, SqlTable>>;

/** Outside of its folder, the documents of a resource are opaque. */
export function defineSqlTables<Document>(
  tables: Readonly<Record<string, SqlTable<Document>>>,
): SqlTables {
  return tables as SqlTables;
}

/** A row an item. */
export function table<Document>(
  about: string,
  columns: Columns<Document>,
  key: readonly string[] = ['id'],
): SqlTable<Document> {
  return rowsOf(about, columns, key, (document) => [document]);
}

/** One of several parts of an item. */
interface Part<Document, Value> {
  of: Document;
  position: number;
  value: Value;
}

/**
 * A row for each part of an item, in their order.
 * @param owner the table of the items, in the plural
 * @param columns read from the part
 */
export function parts<Document extends { id: string }, Value>(
  about: string,
  owner: string,
  read: (document: Document) => readonly Value[],
  columns: Columns<Value>,
): SqlTable<Document> {
  const ownColumn = `${owner.replace(/s$/, '')}_id`;
  const all: Columns<Part<Document, Value>> = {
    [ownColumn]: to(owner, 'Whose it is.', ({ of }) => of.id),
    position: integer('Which one, counted from 0.', ({ position }) => position),
    ...Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        { ...column, read: ({ value }: Part<Document, Value>) => column.read(value) },
      ]),
    ),
  };
  return rowsOf(about, all, [ownColumn, 'position'], (document) =>
    read(document).map((value, position) => ({ of: document, position, value })),
  );
}

function rowsOf<Document, Item>(
  about: string,
  columns: Columns<Item>,
  key: readonly string[],
  items: (document: Document) => readonly Item[],
): SqlTable<Document> {
  const reads = Object.values(columns).map(({ read }) => read);
  return {
    about,
    columns,
    key,
    rows: (document) => items(document).map((item) => reads.map((read) => toCell(read(item)))),
  };
}

type Texts = Readonly<LocalizedText>;

/** A text in one of its languages. */
interface InLanguage {
  id: string;
  field: string;
  position: number;
  language: string;
  text: string;
}

/**
 * What is there in several languages, a row each.
 * @param read the texts of an item, by field: one, or several in their order
 */
export function textsOf<Document extends { id: string }>(
  tableName: string,
  read: (document: Document) => Readonly<Record<string, Texts | null | readonly Texts[]>>,
): SqlTable<Document> {
  return rowsOf<Document, InLanguage>(
    'Names, titles and other texts of the API in every language that they are there in.',
    {
      table_name: text('The table of the item.', () => tableName),
      id: text('Id of the item.', ({ id }) => id, { indexed: true }),
      field: text(
        'What the text is: title, description, name, label, unit, role.',
        (it) => it.field,
      ),
      position: integer('Which one, of roles; else 0.', ({ position }) => position),
      language: text('Language tag (BCP 47).', ({ language }) => language),
      text: text('The text.', (it) => it.text),
    },
    ['table_name', 'id', 'field', 'position', 'language'],
    (document) =>
      Object.entries(read(document)).flatMap(([field, texts]) =>
        [texts ?? []].flat().flatMap((each, position) =>
          Object.entries(each).map(([language, words]) => ({
            id: document.id,
            field,
            position,
            language,
            text: words,
          })),
        ),
      ),
  );
}

function toCell(value: Cell | boolean): Cell {
  return typeof value === 'boolean' ? Number(value) : value;
}
