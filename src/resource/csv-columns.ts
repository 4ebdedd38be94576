import { shownLanguage, shownText } from '../model/localized-text.ts';
import { exactsOf } from '../model/mention.ts';

type Cell = string | number | null;

/** The columns of a CSV, in their order: name → what of the document stands there. */
export type CsvColumns<Document = unknown> = Readonly<Record<string, (document: Document) => Cell>>;

/** Outside of its folder, the documents of a resource are opaque. */
export function defineCsvColumns<Document>(columns: CsvColumns<Document>): CsvColumns {
  return columns as CsvColumns;
}

type Texts = Readonly<Record<string, string>>;
interface Reference {
  id: string;
  name: Texts;
}

/** Several values in one cell. */
export function several(values: readonly (string | null)[]): string {
  return values.map((value) => value ?? '').join('|');
}

/** `name`, the text that is shown, `nameLanguage`, and `nameOther`: those in other languages, each with its language. */
export function texts<Document>(
  name: string,
  read: (document: Document) => Texts | null,
): CsvColumns<Document> {
  return {
    [name]: (it) => shown(read(it)),
    [`${name}Language`]: (it) => languageOf(read(it)),
    [`${name}Other`]: (it) => otherLanguages(read(it)),
  };
}

/** Several texts: those that are shown, and those in other languages. */
export function manyTexts<Document>(
  name: string,
  read: (document: Document) => readonly Texts[],
): CsvColumns<Document> {
  return {
    [name]: (it) => several(read(it).map(shown)),
    [`${name}Other`]: (it) => several(read(it).map(otherLanguages)),
  };
}

function shown(text: Texts | null): string | null {
  return text && shownText(text);
}

function languageOf(text: Texts | null): string | null {
  return text && shownLanguage(text);
}

function otherLanguages(text: Texts | null): string | null {
  const others = Object.entries(text ?? {}).filter(([language]) => language !== languageOf(text));
  return several(others.map(([language, value]) => `${language}: ${value}`)) || null;
}

/** `eventId` and `eventName`. */
export function reference<Document>(
  name: string,
  read: (document: Document) => Reference | null,
): CsvColumns<Document> {
  return {
    [`${name}Id`]: (it) => read(it)?.id ?? null,
    [`${name}Name`]: (it) => shown(read(it)?.name ?? null),
  };
}

/** `speakerIds` and `speakerNames`, in the same order. */
export function references<Document>(
  singular: string,
  read: (document: Document) => readonly Reference[],
): CsvColumns<Document> {
  return {
    [`${singular}Ids`]: (it) => several(read(it).map(({ id }) => id)),
    [`${singular}Names`]: (it) => several(read(it).map((each) => shown(each.name))),
  };
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
export function period<Document>(
  name: string,
  read: (document: Document) => Period | null,
): CsvColumns<Document> {
  return {
    [name]: (it) => read(it)?.edtf ?? null,
    [`${name}Earliest`]: (it) => read(it)?.earliest ?? null,
    [`${name}Latest`]: (it) => read(it)?.latest ?? null,
    [`${name}Basis`]: (it) => read(it)?.basis ?? null,
    [`${name}Expression`]: (it) => read(it)?.expression ?? null,
    [`${name}Note`]: (it) => read(it)?.note ?? null,
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
    mentions: ({ mentions }) => {
      const ofContent = mentions.filter(({ role }) => role === 'content');
      return several(ofContent.map(({ start, end }) => `${start}..${end}`));
    },
    phrases: phrasesOf('content'),
  };
}

/** The words of the mentions that have that role. */
export function phrasesOf(role: Parameters<typeof exactsOf>[1]) {
  return ({ mentions }: WithMentions) => several(exactsOf(mentions, role));
}

/** A column for each of these counts. */
export function counts<Document extends { counts: Readonly<Record<string, number>> }>(
  ...names: readonly string[]
): CsvColumns<Document> {
  return Object.fromEntries(
    names.map((name) => [name, (it: Document) => it.counts[name] ?? null] as const),
  );
}
