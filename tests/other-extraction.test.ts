import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../src/verification/compare-text.ts';
import {
  extract,
  fingerprintOf,
  mentionAt,
  mentionsOf,
  type Setting,
  settings,
} from './support/other-extraction.ts';

const report =
  'Mayor Noël Péron said the “first oﬃce – the harbour’s” would open… “Not in May,” the mayor said.\nThe harbour was shut in 2019. The mayor of Havn, Ida Ruiz-Lund, called that “a mistake”, and Havn asked for help.\nIt will open in June – 1½ years late – and Havn will celebrate.';
const reported = mentionsOf(report, [
  'Noël Péron',
  'first oﬃce – the harbour’s',
  'would open',
  'Not in May,',
  'mayor',
  'harbour',
  'shut',
  '2019',
  'Havn',
  'Ida Ruiz-Lund',
  'a mistake',
  'Havn asked for help.\nIt',
  'open in June',
  '1½ years',
  'Havn will celebrate',
]);

/** What is said of each mention, in their order: where it stands now, and how; or what stands there. */
function compare(text: string, its = report, mentions = reported) {
  const { matching, moved, undecided, mismatching } = compareText(
    text,
    fingerprintOf(its),
    mentions,
  );
  return new Map<unknown, unknown>([
    ...matching.map((it) => [it, [it.start, it.end, 'matching']] as const),
    ...moved.map(
      ({ mention, at, difference }) => [mention, [at.start, at.end, difference]] as const,
    ),
    ...undecided.map(({ mention, places }) => [mention, places] as const),
    ...mismatching.map(({ mention, found }) => [mention, found] as const),
  ]);
}

function expectPlaces(changed: ReturnType<typeof extract>, its = report, mentions = reported) {
  const outcomes = compare(changed.text, its, mentions);
  const characters = Array.from(changed.text);
  for (const mention of mentions) {
    const [start = 0, end = 0] = [changed.starts[mention.start], changed.ends[mention.end]];
    const [from = Number.NaN, to = end, difference] = outcomes.get(mention) as number[];
    const found = characters.slice(start, to).join('');
    const how =
      found !== mention.exact ? 'typography' : start === mention.start ? 'matching' : 'none';
    expect([from, difference], mention.exact).toEqual([start, how]);
    // What can't be seen at its end may belong to it or not.
    const rest = characters.slice(Math.min(to, end), Math.max(to, end)).join('');
    expect(rest).toMatch(/^[\s\u00ad]*$/);
  }
}

const nothing: ReadonlyMap<number, string> = new Map();

test.each(Object.entries(settings))('%s: every mention is found where it stands', (_name, set) => {
  expectPlaces(extract(report, set, nothing));
});

test('with all that stands around it on the page, every mention is found where it stands', () => {
  const [first = 0, second = 0] = Array.from(report.matchAll(/\n/g), ({ index }) => index);
  const put = new Map([
    [0, 'Harbour of Havn to open\n'],
    [first, '\nPhoto: the harbour, and the mayor. Read also: Ida Ruiz in Havn'],
    [second, '\nAdvertisement. Havn in June: open now!'],
    [Array.from(report).length, '\nBy Noël Lund, Havn'],
  ]);
  const whole = reported.filter(({ exact }) => !exact.includes('\n'));
  expectPlaces(
    extract(report, (it) => it, put),
    report,
    whole,
  );
  const set: Setting = (it) => settings['straight marks'](it).replace('\n', ' ');
  expectPlaces(extract(report, set, put), report, whole);
});

test('a paragraph that was left out is not there, the others are', () => {
  const [first = '', second = '', third = ''] = report.split('\n');
  const outcomes = compare(`${first}\n${third}`);
  const isFound = (it: unknown) => typeof (outcomes.get(it) as unknown[] | null)?.[0] === 'number';
  const [begin, end] = [first.length, first.length + second.length + 1];
  const leftOut = reported.filter((it) => it.end > begin && it.start < end);
  expect(leftOut.filter(isFound)).toEqual([]);
  expect(reported.filter((it) => !isFound(it))).toEqual(leftOut);
});

test.each([
  ['Not in May,', 'Not in June,'],
  ['shut', 'opened'],
  ['2019', '2018'],
  ['a mistake', 'a great mistake'],
  ['Ida Ruiz-Lund', 'Ida Ruiz-Lunden'],
  ['1½ years', '11/2 years'],
  ['Noël Péron', 'Noel Peron'],
])('%s isn’t %s', (exact, other) => {
  const outcomes = compare(report.replace(exact, other));
  expect(outcomes.get(reported.find((it) => it.exact === exact))).toBe(other);
});

test.each([
  ['We will rebuild.', 'We will rebuild!'],
  ['We will rebuild.', 'We will rebuild?'],
  ['We go.', 'We go!'],
  ['(or so we were told', '[or so we were told'],
  ['or so we were told)', 'or so we were told]'],
  ['of 1,200 people', 'of 1,201 people'],
])('what stands instead of %s is shown with the mark that differs: %s', (exact, other) => {
  const its = `The mayor spoke on Monday. ${exact} The others had left the hall before.`;
  const mentions = mentionsOf(its, ['mayor', exact, 'hall']);
  const outcomes = compare(its.replace(exact, other), its, mentions);
  expect(outcomes.get(mentions[1])).toBe(other);
});

const losses =
  'The council said 5% of homes were lost, and losses came to 200 euros in all. It paid $3.5m for the repair, of 1,200 homes in May alone.\n据报道，当天共有三人死亡。';
const lost = mentionsOf(losses, ['5%', '200 euros', '$3.5m', '1,200 homes', '三人']);

test.each([
  ['5%', '2.5%'],
  ['5%', '1,5%'],
  ['5%', '25%'],
  ['5%', '−5%'],
  ['5%', '-5%'],
  ['200 euros', '1,200 euros'],
  ['200 euros', '1 200 euros'],
  ['200 euros', '1’200 euros'],
  ['200 euros', '-200 euros'],
  ['$3.5m', 'A$3.5m'],
  ['$3.5m', 'US$3.5m'],
  ['$3.5m', '-$3.5m'],
  ['$3.5m', '$3. 5m'],
  ['1,200 homes', '1, 200 homes'],
  ['1,200 homes', '31,200 homes'],
  ['三人', '十三人'],
])('the figure %s isn’t %s', (exact, other) => {
  const text = losses.replace(exact, other);
  const outcomes = compare(text, losses, lost);
  expect(outcomes.get(lost.find((it) => it.exact === exact))).toBe(other);
  const others = lost.filter((it) => it.exact !== exact);
  expect(others.map((it) => outcomes.get(it))).toEqual(
    others.map(() => [expect.any(Number), expect.any(Number), expect.stringMatching(/none|match/)]),
  );
});

test.each([
  ['5% of homes are lost', '5%', '2.5% of homes are lost', '2.5%'],
  ['200 people died', '200', '1,200 people died', '1,200'],
  ['Prices rose by 5', '5', 'Prices rose by 5.2', '5.2'],
  ['It cost $3.5m.', '$3.5m', 'It cost A$3.5m.', 'A$3.5m'],
  ['据报道，三人死亡。', '三人', '据报道，十三人死亡。', '十三人'],
])(
  'in “%s”, %s is another one in “%s”, whatever little is around it',
  (its, exact, text, other) => {
    const mentions = mentionsOf(its, [exact]);
    expect(compare(text, its, mentions).get(mentions[0])).toBe(other);
  },
);

test('a longer figure is told from the mention’s own, whatever else was changed beside it', () => {
  const text = losses.replace('losses came to 200', 'loss came to 1,200');
  const at = text.indexOf('200 euros');
  const mention = lost.find(({ exact }) => exact === '200 euros');
  // As much was taken away as was put in: the figure may have been cut out of the longer one at first.
  expect(compare(text, losses, lost).get(mention)).toEqual([{ start: at, end: at + 9 }]);
});

test('what was cut out of a longer figure from the first stands in its text, and isn’t decided in another', () => {
  const mentions = mentionsOf(losses, ['The council', '00 euros']);
  const [, cut] = mentions;
  expect(compare(losses, losses, mentions).get(cut)).toEqual([cut?.start, cut?.end, 'matching']);
  const other = losses.replace('\n', '\r\n\r\n');
  expect(compare(other, losses, mentions).get(cut)).toEqual([{ start: cut?.start, end: cut?.end }]);
});

test('figures in lists, ranges, dates and brackets are found in whatever typography', () => {
  const its =
    'In 2023, 5% of homes (7%) were lost, 3–9% by 2024-05-16. “By 2025,” he said, “8% – no. 5,200 – will be.” It fell by −4% then.';
  const words = ['2023', '5%', '7%', '9%', '16', '2025', '8%', '5,200', '−4% then'];
  for (const set of [settings['straight marks'], settings['French marks']])
    expectPlaces(extract(its, set, nothing), its, mentionsOf(its, words));
  const set: Setting = (it) => ({ '–': '--', '-': '\u2011', '−': '-' })[it] ?? it;
  expectPlaces(extract(its, set, nothing), its, mentionsOf(its, words));
});

test('of words that stand ten times, each is found where it stands itself', () => {
  const text = Array.from({ length: 10 }, (_, index) => `Havn ${'so '.repeat(index)}`).join('');
  const mentions = mentionsOf(
    text,
    Array.from({ length: 10 }, () => 'Havn'),
  );
  const put = new Map([[0, 'The port of Havn opens again in May. ']]);
  expectPlaces(
    extract(text, (it) => it, put),
    text,
    mentions,
  );
});

test('what stands around the whole text leaves no doubt: its fingerprint tells where it is', () => {
  const text = 'One. Havn. Two.';
  const put = new Map([
    [0, 'Havn is in the news\n'],
    [text.length, '\nHavn. By Ana in Havn.'],
  ]);
  expectPlaces(
    extract(text, (it) => it, put),
    text,
    mentionsOf(text, ['Havn']),
  );
});

test('where nothing tells which of several places is that of a mention, all of them are told', () => {
  const text = 'One. Havn. Two.';
  const mentions = mentionsOf(text, ['Havn']);
  const outcomes = compare('New: the port of Havn. One – Havn – Two, said Havn.', text, mentions);
  expect(outcomes.get(mentions[0])).toEqual(
    [17, 29, 46].map((start) => ({ start, end: start + 4 })),
  );
});

/** Distinct words in paragraphs of four or more, with marks that other programs set otherwise. */
const paragraphs = fc
  .uniqueArray(
    fc.string({ unit: fc.constantFrom(...'abcdeéfñopüst'), minLength: 3, maxLength: 8 }),
    {
      minLength: 12,
      maxLength: 60,
    },
  )
  .chain((words) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 4, max: 12 }), { minLength: 1, maxLength: 10 }),
      marks: fc.array(fc.constantFrom('', '', '“', '–', '…', '’s', '-'), {
        minLength: words.length,
        maxLength: words.length,
      }),
      words: fc.constant(words),
    }),
  )
  .map(({ words, sizes, marks }) => {
    const paragraphs: string[][] = [];
    let from = 0;
    for (const size of [...sizes, ...Array<number>(20).fill(8)]) {
      if (words.length - from < 4) break;
      paragraphs.push(
        words.slice(from, from + size).map((it, at) => mark(it, marks[from + at] ?? '')),
      );
      from += size;
    }
    return paragraphs;
  });

function mark(word: string, its: string): string {
  return its === '“' ? `“${word}”` : its === '–' ? `${word} –` : word + its;
}

/** At least two mentions in each paragraph, of one or two words. */
function annotate(paragraphs: readonly string[][], lengths: readonly number[]) {
  const text = paragraphs.map((it) => it.join(' ')).join('\n');
  let [start, index] = [0, 0];
  const mentions = paragraphs.flatMap((words) => {
    const those = words.flatMap((word, at) => {
      const begin = start;
      start += Array.from(word).length + 1;
      if (at % 2 === 1) return [];
      const exact = words.slice(at, at + (lengths[index % lengths.length] ?? 1)).join(' ');
      return mentionAt(begin, exact, index++);
    });
    return those;
  });
  return { text, mentions };
}

const changes = fc.record({
  paragraphs,
  lengths: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1 }),
  names: fc.subarray(Object.keys(settings) as (keyof typeof settings)[]),
  inserted: fc.array(fc.option(fc.lorem({ maxCount: 20 })), { minLength: 1 }),
  copied: fc.nat(),
});

/** The text as it was annotated, and with other typography and with paragraphs put in between its own. */
function change({
  paragraphs,
  lengths,
  names,
  inserted,
  copied,
}: typeof changes extends fc.Arbitrary<infer T> ? T : never) {
  const { text, mentions } = annotate(paragraphs, lengths);
  const set: Setting = (it, at) =>
    names.reduce((sofar, name) => (settings[name] as Setting)(sofar, at), it);
  const words = paragraphs.flat();
  const breaks = [
    0,
    ...Array.from(text.matchAll(/\n/g), ({ index }) => Array.from(text.slice(0, index)).length),
    Array.from(text).length,
  ];
  const put = new Map(
    breaks.flatMap((at, index) => {
      const its = inserted[index % inserted.length];
      if (its === null || its === undefined) return [];
      // A word of the article may stand there, too.
      const paragraph = `In other news of this week from all over the country, read of ${words[(copied + index) % words.length]} in this newspaper: ${its}.`;
      return [[at, at === 0 ? `${paragraph}\n` : `\n${paragraph}`] as const];
    }),
  );
  return { text, mentions, changed: extract(text, set, put) };
}

test('whatever typography, with paragraphs put in anywhere between, each mention is found where it stands', () => {
  fc.assert(
    fc.property(changes, (its) => {
      const { text, mentions, changed } = change(its);
      expectPlaces(changed, text, mentions);
    }),
  );
});

test('and a word of it that is another one is always told', () => {
  fc.assert(
    fc.property(changes, fc.nat(), (its, chosen) => {
      const { text, mentions, changed } = change(its);
      const mention = mentions[chosen % mentions.length] ?? mentionAt(0, '', 0);
      const [start, end] = [changed.starts[mention.start], changed.ends[mention.end]];
      const characters = Array.from(changed.text);
      const before = characters.slice(0, start).join('');
      const words = characters.slice(start, end).join('');
      const other =
        before + words.replace(/[\p{L}\p{M}\u00ad]+/u, 'qqqq') + characters.slice(end).join('');
      const { matching, moved } = compareText(other, fingerprintOf(text), mentions);
      expect([...matching, ...moved.map((it) => it.mention)]).not.toContain(mention);
    }),
  );
});
