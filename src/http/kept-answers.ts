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

/** Of all the room, the share of answers that were asked for once. */
const shareOfOnce = 1 / 32;

/**
 * Keeps answers that take so many bytes in memory at most; those that weren't asked for longest go first.
 * Once the room is full, a new answer gets the place of another only when it is asked for again: till
 * then it has a small room of its own. Whoever walks through a whole list doesn't push out what all ask
 * for; and what lives that short needs no collecting of old garbage, which would hold up everybody.
 */
export function keepAnswers(mostBytes: number): KeptAnswers {
  const roomOf = (maxSize: number) =>
    new LRUCache<string, Answer>({ maxSize, sizeCalculation: ({ size }) => size });
  const once = roomOf(Math.ceil(mostBytes * shareOfOnce));
  const answers = roomOf(mostBytes - once.maxSize);
  // The last value of each header: most read the same in every answer, and such a text is held once.
  const lastValues = new Map<string, string>();

  return {
    get(key) {
      const answer = once.get(key);
      if (answer === undefined) return answers.get(key);
      once.delete(key);
      answers.set(key, answer);
      return answer;
    },
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
      const { size } = answer;
      const wasAskedAgain = answers.delete(key);
      const hasRoom = answers.calculatedSize + size <= answers.maxSize || size > once.maxSize;
      (wasAskedAgain || hasRoom ? answers : once).set(key, answer);
    },
    bytes: () => answers.calculatedSize + once.calculatedSize,
    all: () => [...answers.values(), ...once.values()],
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
