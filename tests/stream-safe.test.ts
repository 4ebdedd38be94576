import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStreamSafe, streamSafeFault } from '../src/model/stream-safe.ts';
import { bundleOf } from './support/article.ts';
import { run, temporaryFolder } from './support/process.ts';
import { withKey, withServer } from './support/server.ts';

/** Marks above a letter, then marks below it: each of these has to pass all of those when they are put in order. */
const marks = (above: number, below: number) => '\u0301'.repeat(above) + '\u0323'.repeat(below);

describe('a text is stream-safe with 30 non-starters in a row', () => {
  test.each([
    ['marks behind a letter', `a${marks(15, 15)}`],
    ['marks without a letter', marks(15, 15)],
    ['marks behind each of many letters', `a${marks(15, 15)}`.repeat(1000)],
    ['a letter with an accent, 29 marks', `é${marks(14, 15)}`],
    ['a letter with three accents, 27 marks', `\u1f82${marks(13, 14)}`],
    ['marks that are two', 'a\u0f75'.concat('\u0f73'.repeat(14))],
    ['a character of two units before', `\u{1d157}\u{1d165}${marks(14, 15)}`],
    ['halfwidth sound marks of Katakana', `\uff76${'\uff9e'.repeat(30)}`],
    ['marks that keep their place', '\u0e31'.repeat(100)],
    ['marks that keep their place between others', `a${`${marks(15, 15)}\u0903`.repeat(50)}`],
    ['variation selectors', `${'\u{e0100}'.repeat(100)}`],
    ['joiners between marks', `a${'\u0301\u200d'.repeat(100)}`],
  ])('and may have them: %s', (_case, text) => {
    expect(isStreamSafe(text)).toBe(true);
    expect(longestRun(text)).toBeLessThanOrEqual(30);
  });

  test.each([
    ['marks behind a letter', `a${marks(15, 16)}`],
    ['marks without a letter', marks(16, 15)],
    ['marks at the end of a long text', `${'é ü \u0301'.repeat(1000)}${marks(15, 16)}`],
    ['a letter with an accent, 30 marks', `é${marks(15, 15)}`],
    ['a letter with three accents, 28 marks', `\u1f82${marks(14, 14)}`],
    ['marks that are two', 'a\u0301'.concat('\u0f73'.repeat(15))],
    ['a mark of two units', `\u{1d157}\u{1d165}${marks(15, 15)}`],
    ['halfwidth sound marks of Katakana', `\uff76${'\uff9e'.repeat(31)}`],
    ['no two marks side by side, but sound marks between', '\u0301\uff9e'.repeat(16)],
    ['behind marks that keep their place', `${'\u0e31'.repeat(20)}${marks(15, 16)}`],
    ['half a million', `a${marks(250_000, 250_000)}`],
  ])('and no more: %s', (_case, text) => {
    expect(isStreamSafe(text)).toBe(false);
  });

  test('as the standard counts them: on the decomposed text', () => {
    const some = constantFrom(...'aé\u1f82\u0e01\u{1d157}\u{1f309}\u0344\u0f73\uff9e\u0e31\u093e');
    const run = string({ unit: constantFrom('\u0301', '\u0323', '\u0f71', '\u0334', '\uff9f') });
    const repeated = tuple(run, integer({ min: 1, max: 12 })).map(([it, times]) =>
      it.repeat(times),
    );
    assert(
      property(array(tuple(some, repeated), { maxLength: 4 }), (parts) => {
        const text = parts.flat().join('');
        expect(isStreamSafe(text)).toBe(longestRun(text) <= 30);
      }),
      { numRuns: 5000 },
    );
  });

  test('whatever character stands before or among the marks', () => {
    for (let code = 0x80; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      // What neither is a mark nor decomposes adds nothing.
      if (!/\p{M}/u.test(character) && character.normalize('NFKD') === character) continue;
      for (const text of [character + '\u0323'.repeat(28), `${character.repeat(14)}\u0301\u0301`])
        if (isStreamSafe(text) !== longestRun(text) <= 30)
          throw new Error(`U+${code.toString(16)}: ${longestRun(text)}`);
    }
  });
});

/** The longest run of non-starters in the decomposed text. */
function longestRun(text: string): number {
  let [longest, count] = [0, 0];
  for (const character of text.normalize('NFKD')) {
    count = isNonStarter(character) ? count + 1 : 0;
    longest = Math.max(longest, count);
  }
  return longest;
}

/** What changes places with a mark of another class: of the classes 1, 7, 9, 220, 230 and 240. */
function isNonStarter(character: string): boolean {
  return ['\u0334', '\u093c', '\u094d', '\u0323', '\u0301', '\u0345'].some((mark) =>
    [mark + character, character + mark].some((both) => both.normalize('NFD') !== both),
  );
}

test.each([
  ['Tibetan, stacked', 'བསྒྲུབས་པའི་ཧཱུྃ་ཀྵྨླྺྲྱྂ'],
  ['Thai', 'ผู้ใหญ่บ้านกำลังดื่มน้ำที่ศาลากลางจังหวัด'],
  ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם'],
  ['Arabic with vowels', 'بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ'],
  ['Vietnamese, decomposed', 'Việt Nam, nghiêng ngả, Nguyễn Phú Trọng'.normalize('NFD')],
  ['emoji sequences', '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈🇮🇩🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣'.repeat(20)],
  ['Hangul in letters', '국가주석이 방문했다'.normalize('NFD')],
  ['Devanagari', 'क्षत्रियों ने श्रीकृष्ण को त्र्यम्बकं कहा'],
  ['Burmese', 'မြန်မာနိုင်ငံတော်သမ္မတ'],
  ['Greek of old, decomposed', 'ᾧ ᾂδει Ὦ ᾅ'.normalize('NFD')],
  ['Javanese', 'ꦗꦮꦶꦠꦤꦁꦏꦸꦤ꧀ꦠꦿꦾ'],
])('what people write passes: %s', (_language, text) => {
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
    expect(isStreamSafe(text.normalize(form).repeat(50))).toBe(true);
});

const slow = `a${marks(5000, 5000)}`;

test('a text to be verified is refused with its pointer', async () => {
  const server = await withServer([bundleOf('a')]);
  const url = '/v1/articles/a/verification';
  const response = await server.ask({ method: 'POST', url, payload: { text: slow } });
  expect([response.statusCode, response.json().errors]).toEqual([
    400,
    [{ in: 'body', name: '/text', detail: streamSafeFault }],
  ]);
});

test('a bundle with such a text is refused, wherever it stands', async () => {
  const server = await withServer([]);
  const payload = bundleOf('a', ({ quotes, actors, article }) => {
    Object.assign(article.title, { id: slow });
    Object.assign(quotes[1] ?? {}, { text: slow });
    Object.assign(actors[0] ?? {}, { aliases: ['A. S.', slow] });
  });
  const url = '/v1/articles/a/bundle';
  const response = await server.ask({ method: 'PUT', url, payload, headers: withKey });
  expect([response.statusCode, response.json().errors]).toEqual([
    400,
    ['/article/title/id', '/quotes/1/text', '/actors/0/aliases/1'].map((name) => ({
      in: 'body',
      name,
      detail: streamSafeFault,
    })),
  ]);
});

test.each(['search?q=', 'quotes?q=', 'exports/events.csv?q=', 'statistics?unit='])(
  'a query with such a text is refused: %s',
  async (path) => {
    const server = await withServer([]);
    const response = await server.ask(`/v1/${path}${encodeURIComponent(`a${marks(20, 20)}`)}`);
    expect([response.statusCode, response.json().errors]).toEqual([
      400,
      [{ in: 'query', name: path.split(/[?=]/)[1], detail: streamSafeFault }],
    ]);
  },
);

test('the command line refuses a file with such a text in one line', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'text.txt');
  const bundle = join(folder, 'bundle.json');
  writeFileSync(file, slow);
  writeFileSync(bundle, JSON.stringify(bundleOf('a')));
  for (const args of [
    ['check', bundle, '--text', file],
    ['load', bundle, '--text', file],
    ['verify', 'putin-china-visit-2024', file],
  ])
    expect(await run('src/cli.ts', args, { DATABASE_URL: ':memory:' })).toEqual({
      code: 1,
      stdout: '',
      stderr: `${file}: ${streamSafeFault}\n`,
    });
});
