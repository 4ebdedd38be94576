import { codePointsOf } from '../text/code-points.ts';
import type { Span } from '../text/span.ts';
import { fingerprint } from '../verification/fingerprint.ts';
import { findDates } from './dates.ts';
import { findFigures } from './figures.ts';
import { marker } from './marker.ts';
import type { FoundNames } from './names.ts';
import { findQuotations } from './quotations.ts';
import { createTaken } from './taken.ts';

export interface DraftRequest {
  text: string;
  id: string;
  /** BCP 47. */
  language: string;
  /** What of it the database knows. */
  names: FoundNames;
}

/** A bundle to start from, and what is found but has no place in it yet. */
export interface Draft {
  bundle: object;
  /** Their places in code points, as those of mentions are. */
  dates: { edtf: string | null; start: number; end: number; exact: string }[];
}

/**
 * What a text shows by itself: its quotations, figures and known names, each in its place. Who speaks, what
 * is counted and what happened is for a person to say: it is left out, or marked as to be filled in.
 */
export function draftBundle({ text, id, language, names }: DraftRequest): Draft {
  const characters = codePointsOf(text);
  const at = ({ start, end }: Span, more: object = {}) => ({
    start: characters.positionOf(start),
    end: characters.positionOf(end),
    exact: text.slice(start, end),
    ...more,
  });
  const toFill = { [language]: marker };
  // An id has 96 characters at most.
  const prefix = id.slice(0, 80).replace(/-$/, '');
  const dates = findDates(text, language);
  const quotes = findQuotations(text, language).map((pieces, index) => ({
    id: `${prefix}-quote-${index + 1}`,
    kind: 'direct',
    text: pieces.map(({ start, end }) => text.slice(start, end)).join('\n\n'),
    mentions: pieces.map((piece, place) => at(piece, place > 0 ? { continues: true } : {})),
  }));
  const figures = findFigures(text, language, dates);
  const statistics = figures.map(({ value, upper, unit, ...span }, index) => ({
    id: `${prefix}-figure-${index + 1}`,
    label: toFill,
    value: value ?? marker,
    ...(upper === undefined ? {} : { upper, comparator: 'range' }),
    unit: { code: unit?.code ?? marker, label: { [language]: unit?.label ?? marker } },
    text: text.slice(span.start, span.end),
    mentions: [at(span)],
  }));
  const entriesOf = (list: string) =>
    names.named
      .filter(({ known }) => known.list === list)
      .map(({ known, spans }) => ({
        id: known.id,
        kind: known.kind,
        // Of its names, that in the language of the article has to be there.
        name: known.name[language] === undefined ? { ...known.name, ...toFill } : known.name,
        mentions: spans.map((span) => at(span)),
      }));
  const taken = createTaken(text);
  for (const figure of figures) taken.add(figure);
  return {
    bundle: {
      article: { id, language, title: toFill, text: fingerprint(characters) },
      quotes,
      actors: entriesOf('actors'),
      places: entriesOf('places'),
      events: [],
      statistics,
    },
    dates: dates
      .filter((date) => !taken.has(date))
      .map((date) => ({ edtf: date.edtf, ...at(date) })),
  };
}
