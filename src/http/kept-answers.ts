import { LRUCache } from 'lru-cache';

/** A whole answer as it was sent, and the revision of the content that it comes from. */
export interface Answer {
  revision: number;
  /** The pattern of the path that it was asked for under. */
  route: string;
  etag: string;
  /** Names and values in turn, as `writeHead` takes them: all that 304 has too. */
  headers: string[];
  /** Those that describe the body. */
  bodyHeaders: string[];
  body: Buffer;
}

/** An answer as it is about to be sent. */
type SentAnswer = Omit<Answer, 'headers' | 'bodyHeaders'> & {
  headers: Readonly<Record<string, number | string | string[] | undefined>>;
};

const namesOfBody = new Set(['content-type', 'content-length']);

export interface KeptAnswers {
  get(key: string): Answer | undefined;
  /** @returns the answer as it is held; it may be too large to be kept */
  keep(key: string, answer: SentAnswer): Answer;
  /** What all of them take, as counted. */
  bytes(): number;
  all(): Iterable<Answer>;
}

/** A text: its characters (all of headers and URLs are Latin 1), and what the engine adds. */
const textBytes = ({ length }: string) => length + 24;
/** A name and a value: two places in the list, each of them a pointer. */
const headerBytes = 16;
/** The objects that an answer is made of, and its place among the others: 650, by bench/kept-answers.ts. */
const answerBytes = 700;

/** Keeps answers that take so many bytes in memory at most; those that weren't asked for longest go first. */
export function keepAnswers(mostBytes: number): KeptAnswers {
  const answers = new LRUCache<string, Answer>({ maxSize: mostBytes });
  // The last value of each header: most read the same in every answer, and such a text is held once.
  const lastValues = new Map<string, string>();

  return {
    get: (key) => answers.get(key),
    keep(key, { headers, body, ...rest }) {
      let size = answerBytes + textBytes(key) + body.byteLength;
      const lists = { headers: [] as string[], bodyHeaders: [] as string[] };
      for (const [name, values] of Object.entries(headers))
        for (const value of [values ?? []].flat().map(String)) {
          const last = lastValues.get(name);
          const isHeld = last === value;
          const list = namesOfBody.has(name) ? lists.bodyHeaders : lists.headers;
          list.push(name, isHeld ? last : value);
          size += headerBytes + (isHeld ? 0 : textBytes(value));
          if (!isHeld) lastValues.set(name, value);
        }
      const answer = {
        ...rest,
        // A list that grew has room for more; a copy has none.
        headers: [...lists.headers],
        bodyHeaders: [...lists.bodyHeaders],
        body: trim(body),
      };
      answers.set(key, answer, { size });
      return answer;
    },
    bytes: () => answers.calculatedSize,
    all: () => answers.values(),
  };
}

/**
 * The same bytes in a buffer of their own. What compressors give is a piece of a much larger buffer, as
 * are the bytes of a short text; whoever keeps the piece keeps all of it.
 */
function trim(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.byteLength) return body;
  const own = Buffer.allocUnsafeSlow(body.byteLength);
  body.copy(own);
  return own;
}
