import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, isDay } from '../src/model/day.ts';
import { boundsOf } from '../src/model/edtf.ts';
import { toPeriod } from '../src/model/period.ts';
import { isPublished, publishedMoment } from '../src/model/published.ts';
import { bundleOf } from './support/article.ts';
import { withServer } from './support/server.ts';

test.each([
  // Level 0
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-05', '2024-05-01', '2024-05-31'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
  ['0000', '0000-01-01', '0000-12-31'],
  ['2024/2025', '2024-01-01', '2025-12-31'],
  ['1900-02/2024-02-29', '1900-02-01', '2024-02-29'],
  ['2024-05-14/2024-05-14', '2024-05-14', '2024-05-14'],
  ['2024-05/2024-05-14', '2024-05-01', '2024-05-14'],
  ['2024-05-14T23:30:00+07:00', '2024-05-14', '2024-05-14'],
  ['2024-05-15T00:30:00Z', '2024-05-15', '2024-05-15'],
  ['1999-12-31T24:00', '1999-12-31', '1999-12-31'],
  // Level 1
  ['2023-10?', '2023-10-01', '2023-10-31'],
  ['1900-02~/2024-02-29%', '1900-02-01', '2024-02-29'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['19XX', '1900-01-01', '1999-12-31'],
  ['2004-XX', '2004-01-01', '2004-12-31'],
  ['1985-02-XX', '1985-02-01', '1985-02-28'],
  ['2024/..', '2024-01-01', null],
  ['2024/', '2024-01-01', null],
  ['../2024', null, '2024-12-31'],
  ['-0043-03-15', '-000043-03-15', '-000043-03-15'],
  ['-0001/0001', '-000001-01-01', '0001-12-31'],
  ['Y17000', '+017000-01-01', '+017000-12-31'],
  ['Y-170000002', '-170000002-01-01', '-170000002-12-31'],
  // Level 2
  ['Y-17E7', '-170000000-01-01', '-170000000-12-31'],
  ['1950S2', '1900-01-01', '1999-12-31'],
  ['-1859S1', '-001999-01-01', '-001000-12-31'],
  ['Y171010000S3', '+171000000-01-01', '+171999999-12-31'],
  ['2004-06~-11', '2004-06-11', '2004-06-11'],
  ['?2004-06-~11', '2004-06-11', '2004-06-11'],
  ['156X-12-25', '1560-12-25', '1569-12-25'],
  ['2004-1X', '2004-10-01', '2004-12-31'],
  ['2023-XX-31', '2023-01-31', '2023-12-31'],
  ['19XX-02-29', '1904-02-29', '1996-02-29'],
  ['-15XX', '-001599-01-01', '-001500-12-31'],
  ['XXXX-12-25', null, null],
  ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-03'],
  ['[1667,1668, 1670..1672]', '1667-01-01', '1672-12-31'],
  ['{1961-12,1960}', '1960-01-01', '1961-12-31'],
  ['[..1760-12-03]', null, '1760-12-03'],
  ['{1984..}', '1984-01-01', null],
])('%s lies between %s and %s', (edtf, earliest, latest) => {
  expect(toPeriod({ edtf, basis: null, expression: null, note: null })).toMatchObject({
    earliest,
    latest,
  });
});

// By months (March to May) and by the sun (March 20 to June 21), in the one hemisphere or the other.
test.each([
  [
    'spring anywhere',
    '2024-21',
    ['2024-03-01', '2024-05-31', '2024-06-20', '2024-09-01', '2024-12-20'],
  ],
  [
    'summer anywhere',
    '2024-22',
    ['2024-06-01', '2024-09-21', '2023-12-01', '2025-02-28', '2024-01-15'],
  ],
  ['autumn anywhere', '2024-23', ['2024-09-01', '2024-12-20', '2024-03-01', '2024-06-20']],
  [
    'winter anywhere',
    '2024-24',
    ['2023-12-21', '2024-02-29', '2024-12-01', '2025-03-19', '2024-07-15'],
  ],
  ['a northern spring', '2024-25', ['2024-03-01', '2024-06-20']],
  ['a northern winter', '2024-28', ['2023-12-01', '2024-12-31', '2025-03-19']],
  ['a southern spring', '2024-29', ['2024-09-01', '2024-12-20']],
  ['a southern winter', '2024-32', ['2024-06-01', '2024-09-21']],
])('%s (%s) has all its days between its bounds', (_, edtf, days) => {
  const { earliest, latest } = boundsOf(edtf) ?? {};
  for (const day of days) {
    expect(dayNumber(day)).toBeGreaterThanOrEqual(dayNumber(earliest ?? ''));
    expect(dayNumber(day)).toBeLessThanOrEqual(dayNumber(latest ?? ''));
  }
});

test.each([
  ['a northern spring', '2024-25', ['2024-02-15', '2024-07-15', '2024-10-15']],
  ['a southern winter', '2024-32', ['2024-05-15', '2024-10-15', '2024-01-15']],
])('%s (%s) has no days of another season', (_, edtf, days) => {
  const { earliest, latest } = boundsOf(edtf) ?? {};
  for (const day of days) expect(day < (earliest ?? '') || day > (latest ?? '')).toBe(true);
});

test.each([
  ['2024-33', '2024-01-01', '2024-03-31'],
  ['2024-34', '2024-04-01', '2024-06-30'],
  ['2024-36', '2024-10-01', '2024-12-31'],
  ['2024-37', '2024-01-01', '2024-04-30'],
  ['2024-39', '2024-09-01', '2024-12-31'],
  ['2024-40', '2024-01-01', '2024-06-30'],
  ['2024-41?', '2024-07-01', '2024-12-31'],
  ['2023-36/2024-33', '2023-10-01', '2024-03-31'],
])('the part of a year %s is that of the calendar, %s to %s', (edtf, earliest, latest) => {
  expect(boundsOf(edtf)).toEqual({ earliest, latest });
});

test.each([
  '',
  ' 2024',
  '2024-13',
  '2024-00',
  '2023-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-42',
  '2024-21-01',
  '20240501',
  '2024-5',
  '12345',
  'Y2024',
  'Y012345',
  'Y1E99',
  '-0000',
  'May 2024',
  '2024/2023',
  '2024-05-14/2024-05-13',
  '../..',
  '/',
  '2024/2025/2026',
  '2024-05-14T25:00',
  '2024-05T10:00',
  '[]',
  '{2024,}',
  '[2025..2024]',
  '[2024',
  '2024-02-3X',
  'XX24-02-30',
  '2024-5X',
  '٢٠٢٤',
])('%j is no date in EDTF', (text) => expect(boundsOf(text)).toBeNull());

const year = fc.integer({ min: -9999, max: 9999 });
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => {
    const years = String(Math.abs(year)).padStart(4, '0');
    return `${year < 0 ? '-' : ''}${years}-${two(month)}-${two(day)}`;
  })
  .filter((text) => boundsOf(text) !== null);

function two(number: number): string {
  return String(number).padStart(2, '0');
}

test('days are counted as the platform counts them, as far as it does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_000_000, max: 99_000_000 }), (number) => {
      const text = new Date(number * 86_400_000).toISOString().split('T')[0] ?? '';
      expect(isDay(text)).toBe(true);
      expect(dayNumber(text)).toBe(number);
    }),
  );
  expect(dayNumber('+170000000-01-01') - dayNumber('+169999999-12-31')).toBe(1);
});

test('an interval encloses both of its ends, or its end is before its beginning', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      const [first, last] = [from, to].map((text) => dayNumber(boundsOf(text)?.earliest ?? ''));
      const interval = boundsOf(`${from}/${to}`);
      const [earliest, latest] = [boundsOf(from)?.earliest, boundsOf(to)?.latest];
      const isOrdered = Number(first) <= Number(last);
      expect(interval).toEqual(isOrdered ? { earliest, latest } : null);
    }),
  );
});

test('any text at all is a date whose bounds are days in order, or none', () => {
  const piece = fc.constantFrom(
    '2024',
    '-',
    '05',
    '1X',
    '..',
    '/',
    '?',
    '[',
    ']',
    ',',
    'Y',
    'E',
    'S',
    'T',
    '21',
    'X',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 9 }).map((it) => it.join('')),
  );
  fc.assert(
    fc.property(text, (edtf) => {
      const bounds = boundsOf(edtf);
      if (bounds === null) return;
      const { earliest, latest } = bounds;
      for (const bound of [earliest, latest]) expect(bound === null || isDay(bound)).toBe(true);
      if (earliest !== null && latest !== null)
        expect(dayNumber(earliest)).toBeLessThanOrEqual(dayNumber(latest));
    }),
    { numRuns: 2000 },
  );
});

test('facts are found by the days that they may lie on, and ordered by them, whatever the year', async () => {
  const dates = ['-0043-03-15', '0800-12-25', '2024-21', 'Y17000', '1950/..'];
  const bundle = bundleOf('a', ({ events }) => {
    const [event] = events;
    events.splice(0, events.length);
    for (const [index, edtf] of dates.entries())
      Object.assign(events, {
        [index]: {
          ...event,
          id: `e${index}`,
          date: { edtf, basis: null, expression: null, note: null },
        },
      });
  });
  Object.assign(bundle, { quotes: [] });
  const { get } = await withServer([bundle]);
  const found = async (query: string) =>
    (await get(`/v1/events?${query}`)).data.map((event) => (event.date as { edtf: string }).edtf);
  expect(await found('sort=date')).toEqual([
    '-0043-03-15',
    '0800-12-25',
    '1950/..',
    '2024-21',
    'Y17000',
  ]);
  expect(await found('sort=date&to=0001-01-01')).toEqual(['-0043-03-15']);
  expect(await found('sort=date&from=-000044-01-01&to=0800-12-25')).toEqual([
    '-0043-03-15',
    '0800-12-25',
  ]);
  expect(await found('sort=date&from=2024-04-10&to=2024-05-10')).toEqual(['1950/..', '2024-21']);
  expect(await found('sort=date&from=%2B016999-01-01')).toEqual(['1950/..', 'Y17000']);
  expect(await found('from=2025-01-01&to=2025-02-01')).toEqual(['1950/..']);
  expect(await found('from=-000044-01-01&to=-000043-12-31')).toEqual(['-0043-03-15']);
  expect(await found('sort=date&from=2025-01-01&to=%2B016999-01-01')).toEqual(['1950/..']);
});

test.each([
  ['2024-05-16', '2024-05-15'],
  ['-000043-01-01', '-000044-01-01'],
  ['+016999-01-01', '2024-01-01'],
])('that %s is not before %s is told, whatever the year', async (from, to) => {
  const { app } = await withServer([]);
  const response = await app.inject({ url: '/v1/events', query: { from, to } });
  expect(response.statusCode).toBe(400);
  expect(response.json().errors).toEqual([
    { in: 'query', name: 'to', detail: 'must not be earlier than from' },
  ]);
});

test.each([
  ['1884', true],
  ['2024-05', true],
  ['2024-05-14T23:30:00+07:00', true],
  ['2024-05-14T23:30:00.125Z', true],
  ['2024-05-14T23:30:00', true],
  ['14 May 2024', false],
  ['2024-05-14T23:30:00+7', false],
  ['2024-05-14 23:30', false],
])('published: %s is taken or refused as it should', (text, isTaken) => {
  expect(isPublished(text)).toBe(isTaken);
});

test('articles are ordered by when they were published, by the hour where it is known', () => {
  const published = [
    '-0300',
    '1884',
    '2024-05',
    '2024-05-14',
    '2024-05-14T06:00:00Z',
    '2024-05-14T23:30:00+07:00',
    '../2025',
  ];
  const moments = published.map(publishedMoment);
  expect(moments.toSorted((left, right) => left - right)).toEqual(moments);
});
