import { LRUCache } from 'lru-cache';

/** A whole answer as it was sent, and the mark of the content that it comes from. */
export interface Answer {
  mark: string;
  /** The pattern of the path that it was asked for under. */
  route: string;
  etag: string;
  /** Names and values in turn, as `writeHead` takes them; those that describe the body come last. */
  headers: string[];
  /** How many of these texts 304 has, too. */
  ofAnyStatus: number;
  /** A short one as a text, a character for each byte: Node sends it behind the headers, in one piece with them. */
  body: Buffer | string;
  /** What all of it takes in memory. */
  size: number;
}

/** An answer as it is about to be sent. */
export type SentAnswer = Omit<Answer, 'headers' | 'ofAnyStatus' | 'body' | 'size'> & {
  headers: Readonly<Record<string, number | string | string[] | undefined>>;
  body: Buffer;
};

/** Longer bodies take longer to be copied behind the headers than to be sent by themselves. */
const mostAsText = 4096;

const namesOfBody = ['content-type', 'content-length'];

export interface KeptAnswers {
  get(key: string): Answer | undefined;
  /** The answer in the form in which it can be kept, and sent again and again. */
  hold(key: string, answer: SentAnswer): Answer;
  /** It may be too large to be kept. */
  keep(key: string, answer: Answer): void;
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

/** Once the room is full, about so many requests are remembered, without their answers. */
const mostRemembered = 2 ** 14;

/**
 * Keeps answers that take so many bytes in memory at most; those that weren't asked for longest go first.
 * Once the room is full, a new answer gets the place of others only if it was asked for before, lately. Whoever
 * walks through a whole list doesn't push out what all ask for; and an answer that nobody keeps needs no
 * collecting of old garbage, which would hold up everybody.
 */
export function keepAnswers(mostBytes: number): KeptAnswers {
  const answers = new LRUCache<string, Answer>({
    maxSize: mostBytes,
    sizeCalculation: ({ size }) => size,
  });
  const wasAskedLately = remember(mostRemembered);
  // The last value of each header: most read the same in every answer, and such a text is held once.
  const lastValues = new Map<string, string>();

  return {
    get: (key) => answers.get(key),
    hold(key, { headers: named, body, ...rest }) {
      let size = answerBytes + textBytes(key) + body.byteLength;
      const headers: string[] = [];
      const add = (name: string, text: string) => {
        const last = lastValues.get(name);
        const isHeld = last === text;
        headers.push(name, isHeld ? last : text);
        size += headerBytes + (isHeld ? 0 : textBytes(text));
        if (!isHeld) lastValues.set(name, text);
      };
      const addAll = (name: string) => {
        const value = named[name];
        if (Array.isArray(value)) for (const one of value) add(name, one);
        else if (value !== undefined) add(name, String(value));
      };
      for (const name in named) if (!namesOfBody.includes(name)) addAll(name);
      const ofAnyStatus = headers.length;
      for (const name of namesOfBody) addAll(name);
      // A list that grew has room for more; a copy has none.
      const held = body.length > mostAsText ? trim(body) : body.toString('latin1');
      return { ...rest, headers: headers.slice(), ofAnyStatus, body: held, size };
    },
    keep(key, answer) {
      const hasRoom = answers.calculatedSize + answer.size <= mostBytes;
      if (hasRoom || answers.delete(key) || wasAskedLately(key)) answers.set(key, answer);
    },
    bytes: () => answers.calculatedSize,
    all: () => answers.values(),
  };
}

/**
 * Tells whether a key came before, and remembers it: by its hash (FNV-1a), in the place that the hash gives it, so
 * that nothing grows. Of a million keys that never came, about four are taken for others that did.
 */
function remember(places: number): (key: string) => boolean {
  const hashes = new Uint32Array(places);
  return (key) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < key.length; at++)
      hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
    const place = hash % places;
    const isKnown = hashes[place] === hash;
    hashes[place] = hash;
    return isKnown;
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
