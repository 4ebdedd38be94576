import type { Static } from 'typebox';
import type { QuoteEntry } from '../../src/model/quote.ts';
import type { CodePoints } from '../../src/text/code-points.ts';
import { type Attribution, type Span, trim, unite } from './attribution.ts';
import { cutAtQuotations, hasWords, stripMarks } from './quotation-marks.ts';

export type WrittenQuote = Static<typeof QuoteEntry>;

/** The attribution as a quote of a bundle, its ids aside. */
export function toQuote(
  attribution: Attribution,
  text: CodePoints,
  quotations: readonly Span[],
): Omit<WrittenQuote, 'id' | 'speakers' | 'reportedIn'> {
  const { polarity, verb, unnamedSpeaker, cues, sources } = attribution;
  const { kind, pieces, verbatim } = readContent(attribution, text, quotations);
  const mentions = [
    ...toMentions(text, 'content', [pieces]),
    ...toMentions(text, 'cue', cues),
    ...toMentions(text, 'source', sources),
  ];
  const whole = kind === 'direct' ? pieces : statementOf(attribution);
  return {
    kind,
    polarity,
    text: joinWords(text, whole),
    ...(verbatim.length > 0 && { verbatim }),
    unnamedSpeaker,
    verb,
    mentions: mentions.sort((one, other) => one.start - other.start || other.end - one.end),
  };
}

/** What the quote's text has to say: of what wasn't said, that it wasn't. */
function statementOf({ polarity, content, cues, sources }: Attribution): Span[] {
  return polarity === 'affirmed' ? content : unite([...content, ...cues.flat(), ...sources.flat()]);
}

/** Its kind, as the corpus says or the quotation marks show, and the pieces that its mentions stand for. */
function readContent(
  { kind, content }: Attribution,
  text: CodePoints,
  quotations: readonly Span[],
): { kind: WrittenQuote['kind']; pieces: Span[]; verbatim: string[] } {
  const whole = content.flatMap((piece) => trim(text, piece) ?? []);
  if (kind === 'indirect') return { kind, pieces: whole, verbatim: [] };
  if (kind === 'direct') {
    const pieces = whole.flatMap((piece) => trim(text, stripMarks(text, piece)) ?? []);
    return { kind, pieces, verbatim: [] };
  }
  const cut = cutAtQuotations(content, quotations).flatMap(({ isQuoted, ...piece }) => {
    const trimmed = trim(text, piece);
    if (trimmed === null || !hasWords(text.slice(trimmed.start, trimmed.end))) return [];
    return [{ ...trimmed, isQuoted }];
  });
  const quoted = cut.filter(({ isQuoted }) => isQuoted);
  if (quoted.length === 0) return { kind: 'indirect', pieces: whole, verbatim: [] };
  if (quoted.length === cut.length) return { kind: 'direct', pieces: cut, verbatim: [] };
  const verbatim = [...new Set(quoted.map(({ start, end }) => text.slice(start, end)))];
  return { kind: 'mixed', pieces: cut, verbatim };
}

function joinWords(text: CodePoints, pieces: readonly Span[]): string {
  return pieces.map(({ start, end }) => text.slice(start, end).trim()).join(' ');
}

/** A mention for each piece; two annotations of the same words are one. */
function toMentions(
  text: CodePoints,
  role: 'content' | 'cue' | 'source',
  annotations: readonly Span[][],
): WrittenQuote['mentions'] {
  const seen = new Set<string>();
  return annotations.flatMap((pieces) =>
    pieces
      .flatMap((piece) => trim(text, piece) ?? [])
      .flatMap(({ start, end }, index) => {
        const place = `${start} ${end}`;
        if (seen.has(place)) return [];
        seen.add(place);
        const exact = text.slice(start, end);
        return [{ start, end, exact, role, continues: index > 0 }];
      }),
  );
}
