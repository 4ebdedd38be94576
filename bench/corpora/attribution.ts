import type { Static } from 'typebox';
import type { ActorKind } from '../../src/model/actor-kind.ts';
import type { ArticleEntry } from '../../src/model/article.ts';
import type { Polarity } from '../../src/model/polarity.ts';
import type { CodePoints } from '../../src/text/code-points.ts';

/** A stretch of a text, in code points, end-exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A name by which the words of a source name it. */
export interface Name {
  text: string;
  kind: Static<typeof ActorKind>;
  at: Span;
}

/** What becomes of the words that say who speaks, by how they are read. */
export const spoken = {
  named: 'actors',
  unnamed: 'unnamedSpeaker',
  pronoun: 'a source mention, nobody resolved it',
  undecided: 'a source mention, named or not isn’t plain',
};

/** What an annotation says of one attribution, whichever its corpus. */
export interface Attribution {
  /** Within its article. */
  id: string;
  /** Null where the corpus doesn't say: the quotation marks do. */
  kind: 'direct' | 'indirect' | null;
  polarity: Static<typeof Polarity>;
  /** The pieces of what was said. */
  content: Span[];
  /** The words that attribute it; each in one or more pieces. */
  cues: Span[][];
  /** The words that name who said it; each in one or more pieces. */
  sources: Span[][];
  verb: string | null;
  names: Name[];
  unnamedSpeaker: string | null;
  /** Id of the attribution within whose content it lies. */
  reportedIn: string | null;
}

/** An article of a corpus with what was annotated in it. */
export interface AnnotatedArticle {
  id: string;
  language: string;
  title: string;
  description: string | null;
  source: Partial<ArticleEntry['source']>;
  text: CodePoints;
  attributions: Attribution[];
  /** How many annotations no quote can be made of: an attribution of nothing, a cue of no attribution. */
  leftOut: number;
}

/** The words of pieces as they stand, in one line; what is left out between them is shown. */
export function wordsOf(text: CodePoints, pieces: readonly Span[]): string {
  return pieces.map(({ start, end }) => inOneLine(text.slice(start, end))).join(' … ');
}

/** Without what can't be seen, as a broken text has it. */
export function inOneLine(words: string): string {
  return words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

/** The spans in the order of the text, where those that touch or overlap are one. */
export function unite(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** The span without white space at its ends; null if nothing is left. */
export function trim(text: CodePoints, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const begin = start + words.length - words.trimStart().length;
  const length = [...words.trim()].length;
  return length === 0 ? null : { start: begin, end: begin + length };
}
