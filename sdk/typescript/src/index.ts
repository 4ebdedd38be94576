import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import type { Bundle, ChangePage, paths, StoredBundle } from './api.ts';
import { readLines } from './lines.ts';
import type {
  Answer,
  FilePath,
  Item,
  JsonPath,
  LineItem,
  LinesPath,
  ListPath,
  Page,
  ReadPath,
  RequestOptions,
  Rest,
} from './operations.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import { sleep } from './waiting.ts';

export type * from './api.ts';
export type { Item, Page, Parameters } from './operations.ts';
export { ProblemError } from './problem.ts';
export type { RequestOptions, TransportOptions };

export interface ClientOptions extends TransportOptions {
  /** Where the server is, like `https://facts.example.org`. */
  baseUrl: string;
  /** The API key; only writing takes one. */
  key?: string;
}

/** A list; to iterate over it asks for page after page. */
export interface Listing<T, Page> extends AsyncIterable<T> {
  /** The pages themselves, with total, facets and hint. */
  pages(): AsyncGenerator<Page, void>;
}

export interface ChangesOptions extends RequestOptions {
  /** Where to go on: `resume` of the last page that was worked through; from the beginning unless given. */
  resume?: string | undefined;
  /** How many seconds to wait where nothing is new; 5 unless given. */
  every?: number;
  /** How many changes a page has at most. */
  limit?: number;
}

/** What has to be so, else 412: give one of the two. */
export interface Condition extends RequestOptions {
  /** The `etag` of the bundle that was read: nobody has changed it since. */
  ifMatch?: string;
  /** It isn’t there yet. */
  ifNoneMatch?: '*';
}

export interface Client {
  /** Reads what comes as JSON. */
  get<P extends JsonPath>(path: P, ...rest: Rest<P>): Promise<Answer<P>>;
  /** A list, item by item, to its end; `limit` is the size of a page. */
  list<P extends ListPath>(path: P, ...rest: Rest<P>): Listing<Item<P>, Page<P>>;
  /** A file as it comes; a break of the connection throws, so that what ends is whole. */
  stream<P extends FilePath>(path: P, ...rest: Rest<P>): Promise<ReadableStream<Uint8Array>>;
  /** The items of an NDJSON export as they come. */
  lines<P extends LinesPath>(path: P, ...rest: Rest<P>): AsyncGenerator<LineItem<P>, void>;
  /**
   * Pages of changes, without end: those there are, and new ones as they come. Keep `resume` with what you made of a
   * page. A `cursor-gone` means that an older database was put back: drop what you have, and begin without `resume`.
   */
  changes(options?: ChangesOptions): AsyncGenerator<ChangePage, never>;
  /** An article with all its facts, and the `etag` to put it back with. */
  getBundle(article: string, options?: RequestOptions): Promise<{ bundle: Bundle; etag: string }>;
  /** Stores an article with all its facts, as a whole or not at all. */
  putBundle(
    article: string,
    bundle: Bundle,
    condition?: Condition,
  ): Promise<StoredBundle & { created: boolean; etag: string }>;
  deleteBundle(article: string, condition?: Pick<Condition, 'ifMatch' | 'signal'>): Promise<void>;
  /** Every operation as openapi-fetch has it, with the same repetitions, ETags and problems. */
  http: FetchClient<paths>;
}

/** @throws ProblemError from each of its functions, where the server answers with an error */
export function createClient({ baseUrl, key, ...options }: ClientOptions): Client {
  const send = createTransport(options);
  const http = createFetchClient<paths>({
    baseUrl,
    fetch(request) {
      const isWriting = request.method === 'PUT' || request.method === 'DELETE';
      if (key !== undefined && isWriting) request.headers.set('authorization', `Bearer ${key}`);
      return send(request);
    },
  });
  const bundlePath = '/v1/articles/{article}/bundle';

  async function get<P extends JsonPath>(path: P, ...[given, options]: Rest<P>) {
    return (await read(path, given, options)) as Answer<P>;
  }

  async function stream<P extends FilePath>(path: P, ...[given, options]: Rest<P>) {
    const init = { ...options, parseAs: 'stream' };
    return (await read(path, given, init)) as ReadableStream<Uint8Array>;
  }

  /** The types of the path and of its parameters were checked where it was called. */
  async function read(path: ReadPath, given: object = {}, init: object = {}): Promise<unknown> {
    const entries = Object.entries(given);
    const isInPath = ([name]: [string, unknown]) => path.includes(`{${name}}`);
    const params = {
      path: Object.fromEntries(entries.filter(isInPath)),
      query: Object.fromEntries(entries.filter((entry) => !isInPath(entry))),
    };
    const { data } = await http.GET(path, { ...init, params } as never);
    return data;
  }

  return {
    http,
    get,
    stream,
    list<P extends ListPath>(path: P, ...[given, options]: Rest<P>) {
      async function* pages(): AsyncGenerator<Page<P>, void> {
        let parameters: object = { ...given };
        for (let next: string | null = ''; next !== null; ) {
          const page = (await read(path, parameters, options)) as Page<P>;
          yield page;
          next = page.page.next;
          parameters = { ...parameters, cursor: next };
        }
      }
      async function* items(): AsyncGenerator<Item<P>, void> {
        for await (const { data } of pages()) yield* data;
      }
      return { pages, [Symbol.asyncIterator]: items };
    },
    async *lines(path, ...rest) {
      for await (const item of readLines(await stream(path, ...rest))) yield item as never;
    },
    async *changes({ resume, every = 5, limit, signal } = {}) {
      for (let cursor = resume; ; ) {
        const page = (await read('/v1/changes', { limit, cursor }, { signal })) as ChangePage;
        if (page.data.length > 0) yield page;
        cursor = page.resume;
        if (page.page.next === null) await sleep(every * 1000, signal);
      }
    },
    async getBundle(article, options = {}) {
      const params = { path: { article } };
      const { data, response } = await http.GET(bundlePath, { params, ...options });
      return { bundle: data as Bundle, etag: response.headers.get('etag') ?? '' };
    },
    async putBundle(article, body, { ifMatch, ifNoneMatch, ...options } = {}) {
      const header = {
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
        ...(ifNoneMatch !== undefined && { 'If-None-Match': ifNoneMatch }),
      };
      const { data, response } = await http.PUT(bundlePath, {
        params: { path: { article }, header },
        body,
        ...options,
      });
      const etag = response.headers.get('etag') ?? '';
      return { ...(data as StoredBundle), created: response.status === 201, etag };
    },
    async deleteBundle(article, { ifMatch, ...options } = {}) {
      const header = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
      const params = { path: { article }, header };
      await http.DELETE(bundlePath, { params, ...options });
    },
  };
}
