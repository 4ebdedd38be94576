import { expect, test } from 'vitest';
import { findFigures } from '../src/draft/figures.ts';
import type { Span } from '../src/text/span.ts';

const wordsAt = (text: string) => (span: Span) => text.slice(span.start, span.end);

test.each<[string, string, [string, number | undefined, string | undefined][]]>([
  [
    'en',
    '$3.2 million, 40% and 12,345 people',
    [
      ['$3.2 million', 3_200_000, 'USD'],
      ['40%', 40, '%'],
      ['12,345', 12_345, undefined],
    ],
  ],
  [
    'id',
    'Rp 1,5 juta, 80 persen, 12.345 orang',
    [
      ['Rp 1,5 juta', 1_500_000, 'IDR'],
      ['80 persen', 80, '%'],
      ['12.345', 12_345, undefined],
    ],
  ],
  [
    'de',
    '3,2 Millionen Euro und 5 €',
    [
      ['3,2 Millionen Euro', 3_200_000, 'EUR'],
      ['5 €', 5, 'EUR'],
    ],
  ],
  [
    'fr',
    '1 234,5 € et 12 %',
    [
      ['1 234,5 €', 1234.5, 'EUR'],
      ['12 %', 12, '%'],
    ],
  ],
  [
    'ja',
    '80%が100万円',
    [
      ['80%', 80, '%'],
      ['100万円', 1_000_000, 'JPY'],
    ],
  ],
  ['ar', '٤٠٪ منهم', [['٤٠٪', 40, '%']]],
  [
    'id',
    'Rp1,5 triliun, 5 miliar rupiah, 75 tahun, ke-75',
    [
      ['Rp1,5 triliun', 1.5e12, 'IDR'],
      ['5 miliar rupiah', 5e9, 'IDR'],
      ['75 tahun', 75, 'a'],
    ],
  ],
  [
    'en',
    '£3m, €4.5bn, $5-million, 10km, 2.5 per cent, -5 at 12:30, F-16',
    [
      ['£3m', 3e6, 'GBP'],
      ['€4.5bn', 4.5e9, 'EUR'],
      ['$5-million', 5e6, 'USD'],
      ['10km', 10, 'km'],
      ['2.5 per cent', 2.5, '%'],
      ['-5', -5, undefined],
    ],
  ],
  // A code is written in capitals; whose dollars these are, nobody says.
  [
    'en',
    '12 all, 5 ALL and 2000 dollars',
    [
      ['12', 12, undefined],
      ['5 ALL', 5, 'ALL'],
      ['2000 dollars', 2000, undefined],
    ],
  ],
  [
    'en-IN',
    '₹5 crore, 1,23,456',
    [
      ['₹5 crore', 5e7, 'INR'],
      ['1,23,456', 123_456, undefined],
    ],
  ],
  ['de', '3 Mio. Euro', [['3 Mio. Euro', 3e6, 'EUR']]],
  ['es', '3.000 millones de euros', [['3.000 millones de euros', 3e9, 'EUR']]],
  // Of an anniversary and an era, no week and no span of years.
  ['zh', '第75周年', [['75', 75, undefined]]],
  [
    'ja',
    '1兆2000億円、令和3年',
    [
      ['1兆2000億円', 1.2e12, 'JPY'],
      ['3', 3, undefined],
    ],
  ],
  // ICU doesn't know the language: neither does anybody whether this is one thousand.
  [
    'xx',
    '12 and 1,234',
    [
      ['12', 12, undefined],
      ['1,234', undefined, undefined],
    ],
  ],
  ['hi', '३२ प्रतिशत', [['३२ प्रतिशत', 32, '%']]],
  ['en', 'covid19, B2, 7th and 12 dogs', [['12', 12, undefined]]],
  // Not as English writes a number: nobody knows what it is.
  [
    'en',
    'version 3.2.1, or 1,2',
    [
      ['3.2.1', undefined, undefined],
      ['1,2', undefined, undefined],
    ],
  ],
])('figures are found, and told as far as they can be: %s %j', (language, text, expected) => {
  const found = findFigures(text, language, []);
  expect(found.map((figure) => [wordsAt(text)(figure), figure.value, figure.unit?.code])).toEqual(
    expected,
  );
});

test('what goes with a unit is a range; what may be how a game ended is left to a person', () => {
  const figures = findFigures('3–5 percent, 1.5-2 million, 3–1, 2-4', 'en', []);
  expect(figures.map(({ value, upper }) => [value, upper])).toEqual([
    [3, 5],
    [1_500_000, 2_000_000],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test.each([
  ['el', '2 εκατ. ευρώ'],
  ['fr', '3,5 Mds€'],
  ['de', '4 Tsd. Euro'],
  ['zh', '3.5兆元'],
  ['zh', '5萬人'],
  ['en', '10 thousand million'],
  ['en', '5 ½ hours'],
  ['ja', '38,236円07銭'],
])(
  'a value is left to a person where more of its number follows than is read: %s %j',
  (language, text) => {
    const [figure] = findFigures(text, language, []);
    expect(figure).toMatchObject({ value: undefined });
  },
);

test.each([
  ['1 for $5', 1],
  ['12 dogs and €3', 12],
  ['£5 fell', 5],
  ['12 a year', 12],
])('a word that multiplies nothing leaves the value as it is: %j', (text, value) => {
  expect(findFigures(text, 'en', [])[0]).toMatchObject({ value });
});
