import { setImmediate } from 'node:timers/promises';
import { array, assert, property, shuffledSubarray, string } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createTurns } from '../src/http/turns.ts';
import { snippetOf } from '../src/search/snippet.ts';
import { countPhrase } from '../src/text/count-phrase.ts';
import { parseQuery } from '../src/text/query.ts';
import { rank } from '../src/text/rank.ts';
import { compareText } from '../src/verification/compare-text.ts';
import { findRepairs, textRepairs } from '../src/verification/repairs.ts';
import { bundleOf } from './support/article.ts';
import { mentionAt } from './support/other-extraction.ts';
import { withServer } from './support/server.ts';

test('pieces of long works take turns, with each other and with all else', async () => {
  const { begin } = createTurns();
  const order: string[] = [];
  const work = async (name: string) => {
    const pause = begin();
    for (const piece of [1, 2, 3]) {
      await pause();
      order.push(`${name}${piece}`);
      for (const end = performance.now() + 5; performance.now() < end; );
    }
  };
  const others = async () => {
    for (let turn = 1; turn <= 4; turn++) {
      await setImmediate();
      order.push(`turn ${turn}`);
    }
  };
  await Promise.all([work('a'), work('b'), others()]);
  const expected = ['turn 1', 'a1', 'turn 2', 'b1', 'turn 3', 'a2', 'turn 4', 'b2'];
  expect(order.slice(0, 8)).toEqual(expected);
});

test('what is soon done goes on without waiting', async () => {
  const pause = createTurns().begin();
  await pause();
  let isTurnOver = false;
  const turn = setImmediate().then(() => {
    isTurnOver = true;
  });
  for (let piece = 0; piece < 10; piece++) await pause();
  expect(isTurnOver).toBe(false);
  await turn;
});

test('whatever programs did to a text, its repairs are found, and put in order only once', () => {
  const damages = {
    removeByteOrderMark: (text: string) => `\uFEFF${text}`,
    useLineFeeds: (text: string) => text.replaceAll('\n', '\r\n'),
    normalize: (text: string) => text.normalize('NFD'),
    addFinalLineBreak: (text: string) => text.replace(/\r?\n$/, ''),
    removeFinalLineBreak: (text: string) => `${text}\n`,
  };
  const undoable = shuffledSubarray(textRepairs).filter(
    (it) => !it.includes('addFinalLineBreak') || !it.includes('removeFinalLineBreak'),
  );
  assert(
    property(string({ unit: 'grapheme' }), undoable, (between, undone) => {
      const text = `é\n${between.replaceAll(/[\r\uFEFF]/g, '')}x\n`.normalize('NFC');
      const damaged = undone.reduce((sofar, repair) => damages[repair](sofar), text);
      const normalize = vi.spyOn(String.prototype, 'normalize');
      const repairs = findRepairs(damaged, (it) => it === text);
      expect(normalize.mock.calls.length).toBeLessThanOrEqual(1);
      normalize.mockRestore();
      expect(repairs).toEqual(textRepairs.filter((it) => undone.includes(it)));
    }),
  );
});

test('each text that a repair makes is looked at only once', () => {
  const damaged = `\uFEFFe\u0301\r\n`;
  const made: string[] = [];
  findRepairs(damaged, (text) => made.push(text) === 0);
  // With or without each of three, and the line break at the end as it is, taken away or doubled.
  expect(made).toHaveLength(2 * 2 * 2 * 3 - 1);
});

/** So many mentions of a phrase, one behind the other. */
function mentionsOf(phrase: string, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const start = index * (phrase.length + 1);
    return mentionAt(start, phrase, index);
  });
}

test.each([
  ['a letter', 'a'.repeat(1_000_000), mentionsOf('a', 4000)],
  ['a word', 'so '.repeat(330_000), mentionsOf('so', 4000)],
  ['ligatures', 'ﬃ'.repeat(330_000), mentionsOf('ffi', 4000)],
  [
    'marks in the wrong order',
    `a${'\u0301\u0323'.repeat(15)}`.repeat(16_000),
    mentionsOf('a', 4000),
  ],
  [
    'phrases within each other',
    'a'.repeat(1_000_000),
    Array.from({ length: 4000 }, (_, index) =>
      mentionAt(index, 'a'.repeat(1 + (index % 400)), index),
    ),
  ],
  [
    'long quotations that are nearly there',
    'we will build it together and nobody will stop us now, '.repeat(18_000),
    mentionsOf('we will build it together and anybody may stop us now, '.repeat(6), 4000),
  ],
])(
  'a text of 1 MB is compared with 4,000 mentions in a time linear in both: %s',
  (_name, text, mentions) => {
    const time = (share: number) => {
      const begin = performance.now();
      const part = mentions.slice(0, mentions.length * share);
      const length = Math.round(text.length * share);
      const { matching, moved, undecided, mismatching } = compareText(
        text.slice(0, length),
        { sha256: '', length: 50_000 },
        part,
      );
      expect([matching, moved, undecided, mismatching].flat()).toHaveLength(part.length);
      return performance.now() - begin;
    };
    time(0.1);
    // Whatever else the machine does: with the square, it would take 100 times as long.
    const tenth = Math.min(time(0.1), time(0.1), time(0.1));
    expect(time(1)).toBeLessThan(Math.max(40 * tenth, 3000));
  },
);

test('a snippet is short, and what it highlights stands in it, whatever the text and the words', () => {
  const words = array(string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 1 });
  assert(
    property(words, words, (some, sought) => {
      const text = Array.from({ length: 300 }, (_, index) => some[index % some.length]).join(' ');
      const phrases = parseQuery(`${sought.join(' ')} ${some[0]}*`);
      const { text: shown, highlights } = snippetOf([['en', text]], phrases);
      const length = Array.from(shown).length;
      expect(length).toBeLessThanOrEqual(202);
      let end = 0;
      for (const highlight of highlights) {
        expect(highlight.start).toBeGreaterThanOrEqual(end);
        expect(highlight.end).toBeGreaterThan(highlight.start);
        end = highlight.end;
      }
      expect(end).toBeLessThanOrEqual(length);
    }),
  );
});

test('a word repeated without end is highlighted as far as the snippet goes', () => {
  const { text, highlights } = snippetOf([['id', 'di '.repeat(6000)]], parseQuery('"di di di"'));
  expect(text).toBe(
    `${'di '.repeat(66)}di…`
      .slice(0, text.length - 1)
      .trimEnd()
      .concat('…'),
  );
  expect(highlights).toEqual([{ start: 0, end: text.length - 1 }]);
});

test('of very long texts, as much is looked at as ten pages have', () => {
  const texts = ['普'.repeat(15_000), `京${'访'.repeat(2_000_000)}华`, '华'];
  const highlighted = (q: string) => {
    const { text, highlights } = snippetOf(
      texts.map((it) => ['zh', it] as const),
      parseQuery(q),
    );
    return highlights.map(({ start, end }) => Array.from(text).slice(start, end).join(''));
  };
  expect(highlighted('京')).toEqual(['京']);
  expect(highlighted('华')).toEqual([]);
});

test('a phrase that overlaps with itself is counted a thousand times at most', () => {
  const phrase = { terms: ['a', 'a'], prefix: false };
  expect(countPhrase(' a a a a ', phrase)).toBe(3);
  expect(countPhrase(` ${'a '.repeat(500_000)}`, phrase)).toBe(1000);
  const [first] = rank(
    [{ type: 'quotes', fact: 'long', terms: ` ${'a '.repeat(500_000)}` }],
    [{ sought: { phrases: [phrase], keys: [], forms: [] }, facts: 1 }],
    10,
  );
  expect(first?.score).toBeGreaterThan(0);
});

test('a search that meets very long texts in many scripts answers with short snippets', async () => {
  const scripts = [
    '普京访华',
    'ไปจีน',
    'កម្ពុជា',
    'မြန်မာ',
    'カタカナ',
    '한국어 ',
    'e\u0301',
    '\uFDFA',
  ];
  const server = await withServer([
    bundleOf('a', ({ quotes }) => {
      const [, indirect] = quotes;
      if (indirect === undefined) throw new Error('no quote');
      scripts.forEach((script, index) => {
        const text = `bridge ${script.repeat(15_000)}`;
        quotes.push({ ...indirect, id: `a-long-${index}`, text });
      });
    }),
  ]);
  const { data } = await server.get('/v1/search?q=bridge&type=quote&limit=100');
  expect(data).toHaveLength(1 + scripts.length);
  for (const { snippet } of data as unknown as { snippet: { text: string; highlights: [] } }[]) {
    expect(Array.from(snippet.text).length).toBeLessThanOrEqual(202);
    expect(snippet.highlights).toHaveLength(1);
  }
});
