import * as fc from 'fast-check';
import { ActorKind } from '../../src/model/actor-kind.ts';
import { EventStatus } from '../../src/model/event.ts';
import { EventKind } from '../../src/model/event-kind.ts';
import { ParticipantRole } from '../../src/model/participant-role.ts';
import { PlaceKind } from '../../src/model/place-kind.ts';
import { Polarity } from '../../src/model/polarity.ts';
import { Comparator } from '../../src/model/statistic.ts';
import { codePoints } from '../../src/text/code-points.ts';

/** A bundle as a person may write it, with its text. */
export interface Written {
  bundle: { article: { id: string }; [list: string]: unknown };
  text: string;
}

const languages = ['en', 'id', 'de', 'ar', 'he', 'ja', 'zh-Hant', 'hi', 'th', 'ru', 'sr-Latn'];
/** Of many scripts, with marks, joiners, characters beyond the first 65,536, and what CSV and HTML care about. */
const words = [
  'bridge',
  'Überdorf',
  'naïve',
  'cafe\u0301',
  'Łódź',
  'İstanbul',
  'Москва',
  'می\u200Cخواهم',
  'שָׁלוֹם',
  '東京都',
  'ｶﾅ',
  'हिन्दी',
  'ประเทศไทย',
  '한국',
  '👩🏽‍🚒',
  '🇮🇩',
  '𝔘nicode',
  '=1+1',
  '-5',
  'a,b',
  '“quoted”',
  "O'Neill",
  '"straight"',
  '<b>&amp;</b>',
  'a|b',
  '80',
  '3.2',
];

const dates = [
  '2024',
  '2024-05',
  '2024-05-14',
  '2024-05-14T23:30:00+07:00',
  '2024-21',
  '2023-10?',
  '1884~',
  '201X',
  '2024-05-XX',
  '2024/2025',
  '2024-05-14/2024-05-14',
  '../2024',
  '1950/..',
  '-0043-03-15',
  'Y17000',
  '[2023,2024]',
  '2024-33',
];

const enumOf = (schema: object) => fc.constantFrom(...(schema as { enum: string[] }).enum);
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((it) => it.join(' '));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
/** Null says the same as nothing. */
const nullable = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(value, fc.constantFrom(null, undefined));

type Texts = fc.Arbitrary<string>;

/**
 * Draws from fast-check, one value after the other.
 * @param phrase one line, of at most 80 characters
 * @param free what is said, in as many lines as it likes
 */
const writeBundle = (phrase: Texts, free: Texts) => (draw: fc.GeneratorValue) => {
  const language = draw(() => fc.constantFrom(...languages));
  const localized = fc
    .record({ own: phrase, en: maybe(phrase), fr: maybe(phrase) })
    .map(({ own, en, fr }) => withoutGaps({ fr, en, [language]: own }));
  const pieces: string[] = [];
  let length = 0;
  /** Puts words into the text, behind all that is there. @returns a mention of them */
  const state = (exact: string, more: object = {}) => {
    const gap = draw(() => fc.constantFrom(' ', '\n', ' … ', '\n\n“', '。'));
    pieces.push(gap, exact);
    const start = length + codePoints(gap);
    length = start + codePoints(exact);
    const end = draw(fc.boolean) ? length : undefined;
    return withoutGaps({ exact, start, end, ...more });
  };
  const stated = () => [state(draw(() => phrase))];
  const statedWords = () => {
    const said = draw(() => phrase);
    state(said);
    return said;
  };
  const optional = <Value>(make: () => Value) =>
    draw(() => fc.constantFrom('given', 'null', 'missing', 'given')) === 'given'
      ? make()
      : undefined;
  const several = <Value>(most: number, make: (index: number) => Value) =>
    Array.from({ length: draw(() => fc.nat(most)) }, (_, index) => make(index));
  const oneOf = (list: readonly { id: string }[]) =>
    list.length === 0 ? undefined : draw(() => fc.constantFrom(...list)).id;
  const period = () =>
    optional(() =>
      withoutGaps({
        edtf: draw(() => nullable(fc.constantFrom(...dates))),
        basis: draw(() => nullable(fc.constantFrom('stated', 'inferred'))),
        expression: optional(statedWords),
        note: draw(() => nullable(phrase)),
      }),
    );
  const idOf = (type: string, index: number) => `${type}-${index}`;

  const actors = several(3, (index) =>
    withoutGaps({
      id: idOf('actor', index),
      kind: draw(() => enumOf(ActorKind)),
      name: draw(() => localized),
      aliases: optional(() => several(2, statedWords)),
      description: draw(() => nullable(localized)),
      roles: draw(() => maybe(fc.array(localized, { maxLength: 2 }))),
      affiliations: index === 0 ? undefined : [idOf('actor', index - 1)],
      wikidata: draw(() => nullable(fc.constantFrom(`Q${index + 1}`))),
      mentions: stated(),
    }),
  );
  const places = several(3, (index) =>
    withoutGaps({
      id: idOf('place', index),
      kind: draw(() => enumOf(PlaceKind)),
      name: draw(() => localized),
      within: index === 0 ? undefined : idOf('place', index - 1),
      wikidata: draw(() => nullable(fc.constantFrom(`Q${index + 1}`))),
      latitude: draw(() => nullable(fc.double({ min: -90, max: 90, noNaN: true }))),
      longitude: draw(() => nullable(fc.double({ min: -180, max: 180, noNaN: true }))),
      mentions: stated(),
    }),
  );
  const events = several(3, (index) =>
    withoutGaps({
      id: idOf('event', index),
      kind: draw(() => enumOf(EventKind)),
      status: draw(() => enumOf(EventStatus)),
      polarity: draw(() => maybe(enumOf(Polarity))),
      title: draw(() => localized),
      description: draw(() => nullable(localized)),
      date: period(),
      place: oneOf(places),
      participants: actors.map(({ id }) => ({
        actor: id,
        role: draw(() => enumOf(ParticipantRole)),
      })),
      partOf: index === 0 ? undefined : idOf('event', index - 1),
      mentions: stated(),
    }),
  );
  const quotes = several(4, (index) => {
    const kind = draw(() => fc.constantFrom('direct', 'indirect', 'mixed'));
    const common = {
      id: idOf('quote', index),
      kind,
      polarity: draw(() => maybe(enumOf(Polarity))),
      language: draw(() => maybe(fc.constantFrom(...languages))),
      translation: draw(() =>
        nullable(
          fc.record({
            language: fc.constantFrom(...languages),
            text: free,
            origin: fc.constantFrom('editorial', 'source'),
          }),
        ),
      ),
      speakers: draw(fc.boolean) ? actors.map(({ id }) => id) : undefined,
      date: period(),
      event: oneOf(events),
      reportedIn: index === 0 ? undefined : idOf('quote', index - 1),
      unnamedSpeaker: optional(statedWords),
      verb: optional(statedWords),
    };
    const said = Array.from({ length: draw(() => fc.integer({ min: 1, max: 3 })) }, () =>
      draw(() => free),
    );
    const mentions: object[] = [];
    said.forEach((exact, piece) => {
      mentions.push(
        state(exact, { continues: piece > 0 || draw(fc.boolean) ? piece > 0 : undefined }),
      );
      if (piece === 0 && draw(fc.boolean)) {
        mentions.push(
          state(
            draw(() => phrase),
            { role: 'source' },
          ),
        );
        mentions.push(
          state(
            draw(() => phrase),
            { role: 'cue' },
          ),
        );
      }
    });
    const [verbatim = ''] = said;
    const ownWords = draw(() => free);
    return withoutGaps({
      ...common,
      text:
        kind === 'direct'
          ? said.join(' ')
          : kind === 'mixed'
            ? `${ownWords} ${verbatim}`
            : ownWords,
      verbatim: kind === 'mixed' ? [verbatim] : undefined,
      mentions,
    });
  });
  const statistics = several(3, (index) => {
    const comparator = draw(() => maybe(enumOf(Comparator)));
    const value = draw(() => fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300 }));
    const exact = draw(() => phrase);
    return withoutGaps({
      id: idOf('statistic', index),
      label: draw(() => localized),
      value,
      upper: comparator === 'range' ? Math.max(value * 2, value / 2) + 1 : undefined,
      comparator,
      unit: {
        code: draw(() => fc.constantFrom('%', 'a', 'IDR', 'country')),
        label: draw(() => localized),
      },
      text: exact,
      subject: actors.map(({ id }) => id),
      event: oneOf(events),
      source: oneOf(actors),
      period: period(),
      mentions: [state(exact)],
    });
  });
  const article = withoutGaps({
    id: 'an-article',
    language,
    title: draw(() => localized),
    description: draw(() => nullable(localized)),
    source: draw(() =>
      maybe(
        fc
          .record({
            headline: nullable(phrase),
            byline: nullable(phrase),
            publisher: nullable(phrase),
            published: nullable(fc.constantFrom(...dates)),
            url: nullable(fc.constantFrom('https://example.org/a|b?c=ü', 'http://例え.jp/記事')),
          })
          .map(withoutGaps),
      ),
    ),
  });
  const lists = { quotes, actors, places, events, statistics };
  const given = Object.entries(lists).filter(([, list]) => list.length > 0 || draw(fc.boolean));
  return {
    // As it comes in JSON, which writes −0 as 0.
    bundle: JSON.parse(JSON.stringify({ article, ...Object.fromEntries(given) })),
    text: pieces.length === 0 ? 'Nothing.' : pieces.join(''),
  };
};

export const anyBundle = bundlesWith(phrase, phrase);

export function bundlesWith(phrase: Texts, free: Texts): fc.Arbitrary<Written> {
  return fc.gen().map(writeBundle(phrase, free));
}

/** What is undefined is left out, as JSON does. */
function withoutGaps<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}
