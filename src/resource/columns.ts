type Cell = string | number | null;

/** The columns of a table, in their order: name → what of the document stands there. */
export type Columns<Document> = Readonly<Record<string, (document: Document) => Cell>>;

/** What an export of a resource needs to know; outside of its folder its documents are opaque. */
export interface Table {
  columns: Columns<unknown>;
}

export function defineTable<Document>(columns: Columns<Document>): Table {
  return { columns: columns as Columns<unknown> };
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

/** `nameEn`, the English text, and `nameOther`, those in other languages, each with its language. */
export function texts<Document>(
  name: string,
  read: (document: Document) => Texts | null,
): Columns<Document> {
  return {
    [`${name}En`]: (it) => english(read(it)),
    [`${name}Other`]: (it) => otherLanguages(read(it)),
  };
}

/** The same of several texts. */
export function manyTexts<Document>(
  name: string,
  read: (document: Document) => readonly Texts[],
): Columns<Document> {
  return {
    [`${name}En`]: (it) => several(read(it).map(english)),
    [`${name}Other`]: (it) => several(read(it).map(otherLanguages)),
  };
}

function english(text: Texts | null): string | null {
  return text?.en ?? null;
}

function otherLanguages(text: Texts | null): string | null {
  const others = Object.entries(text ?? {}).filter(([language]) => language !== 'en');
  return several(others.map(([language, value]) => `${language}: ${value}`)) || null;
}

/** `eventId` and `eventEn`, its name. */
export function reference<Document>(
  name: string,
  read: (document: Document) => Reference | null,
): Columns<Document> {
  return {
    [`${name}Id`]: (it) => read(it)?.id ?? null,
    [`${name}En`]: (it) => english(read(it)?.name ?? null),
  };
}

/** `speakerIds` and `speakersEn`, their names, in the same order. */
export function references<Document>(
  singular: string,
  plural: string,
  read: (document: Document) => readonly Reference[],
): Columns<Document> {
  return {
    [`${singular}Ids`]: (it) => several(read(it).map(({ id }) => id)),
    [`${plural}En`]: (it) => several(read(it).map((each) => english(each.name))),
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
): Columns<Document> {
  return {
    [name]: (it) => read(it)?.edtf ?? null,
    [`${name}Earliest`]: (it) => read(it)?.earliest ?? null,
    [`${name}Latest`]: (it) => read(it)?.latest ?? null,
    [`${name}Basis`]: (it) => read(it)?.basis ?? null,
    [`${name}Expression`]: (it) => read(it)?.expression ?? null,
    [`${name}Note`]: (it) => read(it)?.note ?? null,
  };
}

/** `mentions`, where they stand, in a form that no spreadsheet takes for a date; and `phrases`, their words. */
export function mentions<
  Document extends { mentions: readonly { start: number; end: number; exact: string }[] },
>(): Columns<Document> {
  return {
    mentions: (it) => several(it.mentions.map(({ start, end }) => `${start}..${end}`)),
    phrases: (it) => several(it.mentions.map(({ exact }) => exact)),
  };
}

/** A column for each of these counts. */
export function counts<Document extends { counts: Readonly<Record<string, number>> }>(
  ...names: readonly string[]
): Columns<Document> {
  return Object.fromEntries(
    names.map((name) => [name, (it: Document) => it.counts[name] ?? null] as const),
  );
}
