import { shownLanguage, shownText } from '../model/localized-text.ts';
import type { Cell } from '../store/article.ts';
import type { ColumnShape, TableShape } from '../store/tables.ts';

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

interface Column<Item> extends ColumnShape {
  read(item: Item): Cell | boolean;
}
type Columns<Item> = Readonly<Record<string, Column<Item>>>;
type Read<Item, Value> = (item: Item) => Value | null;

/** What a column is, beside its type. */
type More = Pick<ColumnShape, 'indexed'>;

export function text<Item>(about: string, read: Read<Item, string>, more: More = {}): Column<Item> {
  return { type: 'TEXT', about, read, ...more };
}

/** Whole numbers; true is 1, false is 0. */
export function integer<Item>(
  about: string,
  read: Read<Item, number | boolean>,
  more: More = {},
): Column<Item> {
  return { type: 'INTEGER', about, read, ...more };
}

export function real<Item>(about: string, read: Read<Item, number>, more: More = {}): Column<Item> {
  return { type: 'REAL', about, read, ...more };
}

/** The id of a row of another table. */
export function to<Item>(
  references: string,
  about: string,
  read: Read<Item, string>,
): Column<Item> {
  return { type: 'TEXT', about, references, read };
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

function toCell(value: Cell | boolean): Cell {
  return typeof value === 'boolean' ? Number(value) : value;
}

type Texts = Readonly<Record<string, string>>;

/** `title`, the text that is shown, and `title_language`. */
export function localized<Item>(
  name: string,
  about: string,
  read: Read<Item, Texts>,
): Columns<Item> {
  const shown = (show: (texts: Texts) => string) => (item: Item) => {
    const texts = read(item);
    return texts && show(texts);
  };
  return {
    [name]: text(`${about} English where there is some; all are in texts.`, shown(shownText)),
    [`${name}_language`]: text(`Language (BCP 47) of ${name}.`, shown(shownLanguage)),
  };
}

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

interface Period {
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
  basis: string | null;
  expression: string | null;
  note: string | null;
}

/** `date`, as EDTF, and a column for each other field of the period. */
export function period<Item>(name: string, read: Read<Item, Period>): Columns<Item> {
  const of = (field: keyof Period) => (item: Item) => read(item)?.[field] ?? null;
  return {
    [name]: text('As far as it is known (EDTF).', of('edtf')),
    [`${name}_earliest`]: text(
      'First possible day (ISO 8601); null if unknown or open.',
      of('earliest'),
      { indexed: true },
    ),
    [`${name}_latest`]: text(
      'Last possible day (ISO 8601); null if unknown or open.',
      of('latest'),
      { indexed: true },
    ),
    [`${name}_basis`]: text('stated or inferred.', of('basis')),
    [`${name}_expression`]: text('The words of the article for it.', of('expression')),
    [`${name}_note`]: text('Why, where it is inferred.', of('note')),
  };
}
