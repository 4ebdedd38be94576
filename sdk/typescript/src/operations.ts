import type { paths } from './api.ts';

// What the types of the document say of a path, for the functions of the client.

/** Whatever can be read. */
export type ReadPath = {
  [P in keyof paths]: paths[P] extends { get: object } ? P : never;
}[keyof paths];

type Content<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: infer C } } };
}
  ? C
  : never;

type JsonType = `${string}/json` | `${string}+json`;

/** What a path answers as JSON. */
export type Answer<P extends keyof paths> = Content<P>[keyof Content<P> & JsonType];

/** What comes as JSON. */
export type JsonPath = { [P in ReadPath]: [Answer<P>] extends [never] ? never : P }[ReadPath];

/** What comes in pages. */
export type ListPath = {
  [P in JsonPath]: Answer<P> extends { data: unknown[]; page: { next: string | null } } ? P : never;
}[JsonPath];

/** What comes as a file: CSV, NDJSON, a workbook, Turtle and the like. */
export type FilePath = Exclude<ReadPath, JsonPath>;

/** What has an item on each line. */
export type LinesPath = Extract<FilePath, `${string}.ndjson`>;

export type Item<P extends ListPath> = Answer<P> extends { data: (infer T)[] } ? T : never;

/** A page of a list, with its total, facets and hint. */
export type Page<P extends ListPath> = Answer<P> & {
  data: Item<P>[];
  page: { next: string | null };
};

/** An export has the items of the list of that name. */
export type LineItem<P extends LinesPath> = P extends `/v1/exports/${infer Name}.ndjson`
  ? `/v1/${Name}` extends ListPath
    ? Item<`/v1/${Name}`>
    : never
  : never;

type Given<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;

/** Of several values one may stand alone. */
type Flat<T> = {
  [K in keyof T]: NonNullable<T[K]> extends (infer E)[] ? E | readonly E[] : T[K];
};

/** The parameters of a path and its query, together. */
export type Parameters<P extends ReadPath> = paths[P] extends {
  get: { parameters: { query?: infer Q; path?: infer I } };
}
  ? Flat<Given<Q> & Given<I>>
  : never;

export interface RequestOptions {
  /** Ends the request, and waiting, with its reason. */
  signal?: AbortSignal;
}

/** What stands behind the path; parameters may be missing where none has to be given. */
export type Rest<P extends ReadPath> =
  Record<never, never> extends Parameters<P>
    ? [parameters?: Parameters<P>, options?: RequestOptions]
    : [parameters: Parameters<P>, options?: RequestOptions];
