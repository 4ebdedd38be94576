import { type LocalizedText, shownLanguage, shownText } from '../model/localized-text.ts';
import type { Period } from '../model/period.ts';
import type { Cell } from '../store/article.ts';
import type { ColumnShape } from '../store/tables.ts';

/** A column of a table, and what of an item stands there. */
export interface Column<Item> extends ColumnShape {
  read(item: Item): Cell | boolean;
}
export type Columns<Item> = Readonly<Record<string, Column<Item>>>;
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

/** `title`, the text that is shown, and `title_language`. */
export function localized<Item>(
  name: string,
  about: string,
  read: Read<Item, LocalizedText>,
): Columns<Item> {
  const shown = (show: (texts: LocalizedText) => string) => (item: Item) => {
    const texts = read(item);
    return texts && show(texts);
  };
  return {
    [name]: text(`${about} English where there is some; all are in texts.`, shown(shownText)),
    [`${name}_language`]: text(`Language (BCP 47) of ${name}.`, shown(shownLanguage)),
  };
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
