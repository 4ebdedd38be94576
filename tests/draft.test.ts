import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { findDates } from '../src/draft/dates.ts';
import { draftBundle } from '../src/draft/draft.ts';
import { findFigures } from '../src/draft/figures.ts';
import { detectLanguages } from '../src/draft/language.ts';
import { createNames } from '../src/draft/names.ts';
import { findQuotations } from '../src/draft/quotations.ts';
import type { Span } from '../src/draft/span.ts';
import { factTypes } from '../src/resources.ts';
import { run, temporaryFolder } from './support/process.ts';

const wordsAt = (text: string) => (span: Span) => text.slice(span.start, span.end);

test.each<[string, string, string[][]]>([
  ['English, interrupted', '“We will,” she said, “build.”', [['We will,'], ['build.']]],
  ['English, straight', '"Never," he said. "Ever."', [['Never,'], ['Ever.']]],
  ['British', '‘It works,’ he said. The boys’ toys', [['It works,']]],
  [
    'German',
    'Er: „Ja, sofort.“ Sie: »Nein.« Und ‚wohl kaum‘.',
    [['Ja, sofort.'], ['Nein.'], ['wohl kaum']],
  ],
  ['French', 'Il dit : « Oui, l’homme est là. »', [['Oui, l’homme est là.']]],
  ['Swedish', '”Ja visst”, sade han.', [['Ja visst']]],
  ['Japanese, nested', '太郎は「行く『今』よ」と言った。', [['行く『今』よ']]],
  ['Chinese', '他说：“好的。”', [['好的。']]],
  ['Hebrew', 'צה"ל הודיע: "הכוחות נסוגו" היום', [['הכוחות נסוגו']]],
  ['Arabic', 'يقول: «نعم»', [['نعم']]],
  ['nested alike', '“He said “no” twice.”', [['He said “no” twice.']]],
  ['nested otherwise', '“The ‘plan’ is dead.”', [['The ‘plan’ is dead.']]],
  ['over paragraphs', 'She: “One.\n\n“Two.\n\n“Three.” End.', [['One.', 'Two.', 'Three.']]],
  ['over paragraphs, French', '«Un.\n«Deux.»', [['Un.', 'Deux.']]],
])('quotations are found: %s', (_, text, expected) => {
  expect(findQuotations(text).map((pieces) => pieces.map(wordsAt(text)))).toEqual(expected);
});

test.each([
  'rock ’n’ roll and rock ‘n’ roll',
  'L’homme d’O’Neill',
  'He is 5\'11" tall, with 6" shoes',
  'She’s the dogs’ owner’s friend',
  'He said “open for ever',
  'A “first\n\nparagraph that ends” elsewhere',
  '“” and "…"',
])('nothing is quoted in %j', (text) => expect(findQuotations(text)).toEqual([]));

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

test('known names are found as whole words, the longer one first; what several have is for a person', () => {
  const names = createNames();
  const place = (id: string, en: string) => ({ list: 'places', id, kind: 'city', name: { en } });
  names.add(place('york', 'York'));
  names.add(place('new-york', 'New York'));
  names.add(place('springfield-il', 'Springfield'));
  names.add(place('springfield-ma', 'Springfield'));
  const text = 'From New York to York, Yorkshire and Springfield.';
  const { named, ambiguous } = names.find(text);
  expect(named.map(({ known, spans }) => [known.id, spans.map(({ start }) => start)])).toEqual([
    ['new-york', [5]],
    ['york', [17]],
  ]);
  expect(ambiguous).toMatchObject([
    { words: 'Springfield', ids: ['places/springfield-il', 'places/springfield-ma'] },
  ]);
});

test.each([
  ['Der Bürgermeister sagte am Freitag, dass die Brücke im nächsten Jahr gebaut wird.', ['de']],
  ['The mayor said on Friday that the bridge will be built within the next year.', ['en']],
  ['東京都知事は「行く」と述べた。', ['ja']],
  ['12 + 3', []],
])('the language of %j is %j', (text, languages) =>
  expect(detectLanguages(text)).toEqual(languages),
);

test('a text that may be Indonesian as well as Malay needs to be told which', async () => {
  const file = join(temporaryFolder(), 'text.txt');
  writeFileSync(file, 'Presiden mengatakan bahwa jembatan itu akan dibangun pada tahun depan.');
  const { code, stdout, stderr } = await run('src/cli.ts', ['draft', file], {
    DATABASE_URL: ':memory:',
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/its language may be .*id.*; say which by --language\n$/);
});

const { read } = createBundleReader(factTypes);

test('whatever the text, a draft lies in it, and only what a person has to fill in is missing', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    '»',
    '「',
    '」',
    '\n\n',
    ' ',
    '3,5',
    '2024',
    '%',
    'Rp',
    'said',
    '🌉',
    'e\u0301',
    '5 May 2021',
    'करोड़',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((it) => it.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'id', 'hi'), (text, language) => {
      if (text === '' || !text.isWellFormed() || text.includes('\0')) return;
      const names = { named: [], ambiguous: [] };
      const { bundle } = draftBundle({ text, id: 'draft', language, names });
      for (const { pointer, detail } of read(JSON.parse(JSON.stringify(bundle)), text).faults)
        expect(`${pointer} ${detail}`).toMatch(
          /has to be filled in|must have the field “(unit|value)”|cuts a character|combining marks/,
        );
    }),
    { numRuns: 100 },
  );
});

test('the command writes a bundle that is right once it is filled in, and tells what has no place', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Night Ferry.txt');
  const text = 'On 1 June 2025 Vladimir Putin said: “It sails again.” It cost 3.2 million euros.';
  writeFileSync(file, text);
  const env = { DATABASE_URL: `file:${join(folder, 'facts.db')}` };
  const { code, stdout, stderr } = await run(
    'src/cli.ts',
    ['draft', file, '--language', 'en'],
    env,
  );
  expect([code, stderr]).toEqual([
    0,
    'date: “1 June 2025” at 3–14 is 2025-06-01: put it where it belongs\n',
  ]);
  const bundle = JSON.parse(stdout);
  expect(bundle).toMatchObject({
    article: { id: 'night-ferry', title: { en: '‹fill in›' } },
    quotes: [{ text: 'It sails again.' }],
    actors: [{ id: 'vladimir-putin', kind: 'person' }],
    statistics: [{ value: 3_200_000, unit: { code: 'EUR' } }],
  });
  const draftFile = join(folder, 'draft.json');
  writeFileSync(draftFile, stdout);
  const checked = await run('src/cli.ts', ['check', draftFile, '--text', file], env);
  expect(checked.stderr.split('\n').slice(0, -1)).toEqual([
    `${draftFile} /article/title/en: has to be filled in`,
    `${draftFile} /statistics/0/label/en: has to be filled in`,
  ]);
  const filled = JSON.parse(stdout.replaceAll('‹fill in›', 'The ferry'));
  expect(read(filled, text).faults).toEqual([]);
});
