import { expect, test } from 'vitest';
import { findDates } from '../src/draft/dates.ts';
import type { Span } from '../src/text/span.ts';

const wordsAt = (text: string) => (span: Span) => text.slice(span.start, span.end);

test.each<[string, string, [string, string][]]>([
  [
    'en',
    'On May 3, 2021, 5 June 2020 and in March 2019',
    [
      ['May 3, 2021', '2021-05-03'],
      ['5 June 2020', '2020-06-05'],
      ['March 2019', '2019-03'],
    ],
  ],
  [
    'id',
    'pada 17 Agustus 1945 dan Februari 2022, 2024-25',
    [
      ['17 Agustus 1945', '1945-08-17'],
      ['Februari 2022', '2022-02'],
      ['2024-25', '2024/2025'],
    ],
  ],
  [
    'de',
    'am 3. Mai 2021, seit 1999',
    [
      ['3. Mai 2021', '2021-05-03'],
      ['1999', '1999'],
    ],
  ],
  ['es', 'el 14 de julio de 2015', [['14 de julio de 2015', '2015-07-14']]],
  ['ja', '2021年5月3日に発表', [['2021年5月3日', '2021-05-03']]],
  ['en', 'since 2024-05-14, at 12:30, in room 2024A', [['2024-05-14', '2024-05-14']]],
])('dates are found: %s %j', (language, text, expected) => {
  const found = findDates(text, language);
  expect(found.map((date) => [wordsAt(text)(date), date.edtf])).toEqual(expected);
});

test.each<[string, string, [string, string | null][]]>([
  [
    'en',
    'the 1990s, 5 May or May 6, 5 may die, 5/6/2024, 13/6/2024, 2010-12, 2021-05',
    [
      ['1990s', '199X'],
      ['5 May', null],
      ['May 6', null],
      ['5/6/2024', null],
      ['13/6/2024', '2024-06-13'],
      ['2010-12', null],
      ['2021-05', '2021-05'],
    ],
  ],
  [
    'id',
    'sejak 1990-an, 8/7/1945',
    [
      ['1990-an', '199X'],
      ['8/7/1945', '1945-07-08'],
    ],
  ],
  ['ar', '٣ مايو ٢٠٢١', [['٣ مايو ٢٠٢١', '2021-05-03']]],
  ['he', 'ביום 3 במאי', [['3 במאי', null]]],
  [
    'ko',
    '2021년 5월 3일, 5월 4일',
    [
      ['2021년 5월 3일', '2021-05-03'],
      ['5월 4일', null],
    ],
  ],
  ['vi', 'ngày 3 tháng 5 năm 2021', [['3 tháng 5 năm 2021', '2021-05-03']]],
])(
  'a date that names no year, or may be read in two ways, is none in EDTF: %s',
  (language, text, expected) => {
    const found = findDates(text, language);
    expect(found.map((date) => [wordsAt(text)(date), date.edtf])).toEqual(expected);
  },
);
