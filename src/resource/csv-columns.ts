import { type LocalizedText, shownLanguage, shownText } from '../model/localized-text.ts';
import { exactsOf } from '../model/mention.ts';
import type { Period } from '../model/period.ts';

/** Several texts; each may be several again. */
export type Several = readonly (string | null | Several)[];

/** What stands in a cell: of days and instants, ISO 8601. */
export type Cell = string | number | boolean | null | Several;

/** A column of a CSV or of a sheet: what it has, and what of the document stands there. */
export interface CsvColumn<Document = unknown> {
  type: 'text' | 'number' | 'boolean' | 'day' | 'instant' | 'several';
  read(document: Document): Cell;
}

/** The columns of an export, by name and in their order. */
export type CsvColumns<Document = unknown> = Readonly<Record<string, CsvColumn<Document>>>;

/** Outside of its folder, the documents of a resource are opaque. */
export function defineCsvColumns<Document>(columns: CsvColumns<Document>): CsvColumns {
  return columns as CsvColumns;
}

type Read<Document, Value extends Cell> = (document: Document) => Value;
type Column<Document> = CsvColumn<Document>;

export function text<Document>(read: Read<Document, string | null>): Column<Document> {
  return { type: 'text', read };
}

export function number<Document>(read: Read<Document, number | null>): Column<Document> {
  return { type: 'number', read };
}

export function boolean<Document>(read: Read<Document, boolean>): Column<Document> {
  return { type: 'boolean', read };
}

/** A day, or a date that is no day: spreadsheets get what they can reckon with, and else the text. */
export function day<Document>(read: Read<Document, string | null>): Column<Document> {
  return { type: 'day', read };
}

export function instant<Document>(read: Read<Document, string>): Column<Document> {
  return { type: 'instant', read };
}

export function several<Document>(read: Read<Document, Several>): Column<Document> {
  return { type: 'several', read };
}

type Texts = Readonly<LocalizedText>;
interface Reference {
  id: string;
  name: Texts;
}

/** `name`, the text that is shown, `nameLanguage`, and `nameOther`: those in other languages, each with its language. */
export function localized<Document>(
  name: string,
  read: (document: Document) => Texts | null,
): CsvColumns<Document> {
  return {
    [name]: text((it) => shown(read(it))),
    [`${name}Language`]: text((it) => languageOf(read(it))),
    [`${name}Other`]: several((it) => otherLanguages(read(it))),
  };
}

/** Several such texts: those that are shown, and of each those in other languages. */
export function manyLocalized<Document>(
  name: string,
  read: (document: Document) => readonly Texts[],
): CsvColumns<Document> {
  return {
    [name]: several((it) => read(it).map(shown)),
    [`${name}Other`]: several((it) => read(it).map(otherLanguages)),
  };
}

function shown(text: Texts | null): string | null {
  return text && shownText(text);
}

function languageOf(text: Texts | null): string | null {
  return text && shownLanguage(text);
}

function otherLanguages(text: Texts | null): Several {
  const others = Object.entries(text ?? {}).filter(([language]) => language !== languageOf(text));
  return others.map(([language, value]) => `${language}: ${value}`);
}

/** `eventId` and `eventName`. */
export function reference<Document>(
  name: string,
  read: (document: Document) => Reference | null,
): CsvColumns<Document> {
  return {
    [`${name}Id`]: text((it) => read(it)?.id ?? null),
    [`${name}Name`]: text((it) => shown(read(it)?.name ?? null)),
  };
}

/** `speakerIds` and `speakerNames`, in the same order. */
export function references<Document>(
  singular: string,
  read: (document: Document) => readonly Reference[],
): CsvColumns<Document> {
  return {
    [`${singular}Ids`]: several((it) => read(it).map(({ id }) => id)),
    [`${singular}Names`]: several((it) => read(it).map((each) => shown(each.name))),
  };
}

/** `date`, as EDTF, and a column for each other field of the period. */
export function period<Document>(
  name: string,
  read: (document: Document) => Period | null,
): CsvColumns<Document> {
  return {
    [name]: text((it) => read(it)?.edtf ?? null),
    [`${name}Earliest`]: day((it) => read(it)?.earliest ?? null),
    [`${name}Latest`]: day((it) => read(it)?.latest ?? null),
    [`${name}Basis`]: text((it) => read(it)?.basis ?? null),
    [`${name}Expression`]: text((it) => read(it)?.expression ?? null),
    [`${name}Note`]: text((it) => read(it)?.note ?? null),
  };
}

interface WithMentions {
  mentions: readonly { start: number; end: number; exact: string; role: string }[];
}

/**
 * `mentions`, where the words that state it stand, in a form that no spreadsheet takes for a date; and
 * `phrases`, these words.
 */
export function mentions<Document extends WithMentions>(): CsvColumns<Document> {
  return {
    mentions: several(({ mentions }) =>
      mentions.filter(({ role }) => role === 'content').map(({ start, end }) => `${start}..${end}`),
    ),
    phrases: phrasesOf('content'),
  };
}

/** The words of the mentions that have that role. */
export function phrasesOf<Document extends WithMentions>(role: Parameters<typeof exactsOf>[1]) {
  return several(({ mentions }: Document) => exactsOf(mentions, role));
}

/** A column for each of these counts. */
export function counts<Document extends { counts: Readonly<Record<string, number>> }>(
  ...names: readonly string[]
): CsvColumns<Document> {
  return Object.fromEntries(
    names.map((name) => [name, number((it: Document) => it.counts[name] ?? null)] as const),
  );
}
