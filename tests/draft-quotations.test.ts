import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuotations } from '../src/draft/quotations.ts';

const wordsOf = (text: string, language: string) =>
  findQuotations(text, language).map((pieces) =>
    pieces.map(({ start, end }) => text.slice(start, end)),
  );

/** Language, text, and what is quoted in it. */
const inOnePiece: [string, string, string[]][] = [
  ['en', '“We will,” she said, “build.”', ['We will,', 'build.']],
  ['en', '"Never," he said. "Ever."', ['Never,', 'Ever.']],
  ['en', '‘It works,’ he said. The boys’ toys', ['It works,']],
  ['en', '‘No’ to the workers’ leader', ['No']],
  ['en', '‘The boys’ toys are new,’ he said', ['The boys’ toys are new,']],
  [
    'en',
    '‘It’s the workers’ ferry’, she said. ‘We sail.’',
    ['It’s the workers’ ferry', 'We sail.'],
  ],
  ['en', '‘The rebels’ danced to rock ’n’ roll', ['The rebels']],
  ['en', '‘Yes’ to the workers’, he said', ['Yes']],
  ['en', "the 'so-called' army and the 'rebels' there", ['so-called', 'rebels']],
  ['en', "She said: 'Don't go.'", ["Don't go."]],
  ['en', '(“Yes”)—“no”', ['Yes', 'no']],
  ['en', '“He said “no” twice.”', ['He said “no” twice.']],
  ['en', '“The ‘plan’ is dead.”', ['The ‘plan’ is dead.']],
  ['en', '"a "b" c"', ['a "b" c']],
  ['en', '“Said “no” twice', ['no']],
  ['en', '"a 15" screen," she said', ['a 15" screen,']],
  ['en', '"The 6" pipe," he said. "Ours."', ['The 6" pipe,', 'Ours.']],
  ['en', '“No," he said. "Never.” And “a 6" pipe is ours”', ['No,', 'Never.', 'a 6" pipe is ours']],
  ['en', '"He is 5\'11"," she said.', ['He is 5\'11",']],
  ['en', 'the ‘9 to 5’ job', ['9 to 5']],
  [
    'de',
    'Er: „Ja, sofort.“ Sie: »Nein.« Und ‚wohl kaum‘, ›so‹.',
    ['Ja, sofort.', 'Nein.', 'wohl kaum', 'so'],
  ],
  ['de', "Der Film 'Im Westen nichts Neues' läuft", ['Im Westen nichts Neues']],
  ['de', '»Stern«-Reporter', ['Stern']],
  ['fr', 'Il dit : « Oui, l’homme est là. »', ['Oui, l’homme est là.']],
  ['fr', 'Elle :\u00a0«\u202fNon\u202f», puis l’«\u00a0Humanité\u00a0»', ['Non', 'Humanité']],
  ['fr', '– Je viens, dit-il.', []],
  ['es', '—Ya voy —dijo. Añadió: «La “vieja” ruta».', ['La “vieja” ruta']],
  ['it', 'Dice: "L\'acqua è alta" e l\'“Espresso”', ["L'acqua è alta", 'Espresso']],
  ['it', "'un po' di vino' disse", ["un po' di vino"]],
  ['sv', '”Ja visst”, sade han. »Nej», sade hon.', ['Ja visst', 'Nej']],
  ['fi', '”Kyllä”, hän sanoi. ”Lautta ’Aino’ tulee.”', ['Kyllä', 'Lautta ’Aino’ tulee.']],
  ['da', 'Hun sagde: »Vi sejler.«', ['Vi sejler.']],
  ['nl', '‘s Avonds’ zei hij: ‚Ja’', ['Ja']],
  ['pl', 'Mówi: „Prom «Noc» płynie”.', ['Prom «Noc» płynie']],
  ['hu', 'Azt mondta: „Jön a »komp«.”', ['Jön a »komp«.']],
  ['ru', 'Он сказал: «Паром „Ночь“ идёт».', ['Паром „Ночь“ идёт']],
  ['uk', 'Він сказав: “П’ять”', ['П’ять']],
  ['el', 'Είπε: «Το πλοίο έρχεται».', ['Το πλοίο έρχεται']],
  ['tr', '“Ankara”da "İzmir"de', ['Ankara', 'İzmir']],
  ['ko', '그는 "안녕하세요"라고 말했다', ['안녕하세요']],
  ['ko', '그는 ‘배’가 “온다”고 했다. 《좋다》', ['배', '온다', '좋다']],
  ['ja', '太郎は「行く『今』よ」と言った。｢はい｣', ['行く『今』よ', 'はい']],
  ['ja', '〝夜〟と＂船＂と＇海＇', ['夜', '船', '海']],
  ['zh', '他说：“好的，‘今晚’开船。”《红楼梦》是书。', ['好的，‘今晚’开船。']],
  ['zh', '他说"好的"。', ['好的']],
  ['zh-Hant', '他說：「船來了。」﹁夜﹂', ['船來了。', '夜']],
  ['th', 'เขาพูดว่า “เรือมาแล้ว” และ"ไป"', ['เรือมาแล้ว', 'ไป']],
  ['hi', 'उसने कहा, “नाव आ गई।”', ['नाव आ गई।']],
  ['he', 'צה"ל הודיע: "הכוחות נסוגו" היום', ['הכוחות נסוגו']],
  ['he', 'אמר: ״שלום״ ומנכ״לית ו"כן"', ['שלום', 'כן']],
  ['ar', 'قال: «نعم» و«لا» و"ربما" هنا', ['نعم', 'لا', 'ربما']],
  ['fa', 'گفت: «کشتی می‌آید»', ['کشتی می‌آید']],
  ['hy', 'Նա ասաց՝ «Այո»։', ['Այո']],
  ['am', '«አዎ» አለ።', ['አዎ']],
];

test.each(inOnePiece)('quotations are found: %s %j', (language, text, expected) => {
  expect(wordsOf(text, language)).toEqual(expected.map((words) => [words]));
});

test.each([
  ['en', 'rock ’n’ roll and rock ‘n’ roll'],
  ['en', "O'Neill said, 'tis the workers' own"],
  ['en', 'the ’90s and the ’80s’ music'],
  ['en', 'He is 5\'11" tall, with 6" shoes'],
  ['en', 'She’s the dogs’ owner’s friend'],
  ['en', 'He said “open for ever'],
  ['en', '“” and "…"'],
  ['fr', 'L’homme d’O’Neill'],
  ['nl', "'s Avonds is 't koud"],
])('nothing is quoted: %s %j', (language, text) => expect(wordsOf(text, language)).toEqual([]));

test.each<[string, string, string[][]]>([
  ['each opens again', 'She: “One.\n\n“Two.\n\n“Three.” End.', [['One.', 'Two.', 'Three.']]],
  ['Spain closes at the beginning', '«Uno.\n\n»Dos». Fin', [['Uno.', 'Dos']]],
  ['France, too', '« Un.\r\n\r\n» Deux. »', [['Un.', 'Deux.']]],
  ['lines are paragraphs where none is empty', '«Un.\n«Deux.»', [['Un.', 'Deux.']]],
  ['one that doesn’t open again', 'A “first\n\nparagraph that ends” elsewhere', []],
  ['with another within', '“‘One.\n\n“‘Two.’”', [['‘One.', '‘Two.’']]],
  ['a line break is white space', '“soft\nwrapped line”', [['soft\nwrapped line']]],
  ['behind a sentence, too', '“It is.\nWe are.”', [['It is.\nWe are.']]],
  ['in single marks', 'A.\n\n‘It is.\nWe are.’', [['It is.\nWe are.']]],
  ['a nested one begins a line', 'A.\n\n“He said\n“no” twice.”', [['He said\n“no” twice.']]],
  ['an apostrophe goes no further than its line', "the 'ouse.\nThe dogs' own", []],
])('quotations over several lines: %s', (_, text, expected) => {
  expect(wordsOf(text, 'en')).toEqual(expected);
});

const marks = '“”„‟«»‹›‘’‚‛「」『』《》〝〟"\'＂״';

test('whatever the text, its quotations follow each other in it, and are what stands behind a mark', () => {
  const piece = fc.constantFrom(...marks, ' ', '\n', '\n\n', 'a', 's', '15', '.', '는', '好', 'ב');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((it) => it.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'he', 'zh'), (text, language) => {
      let end = 0;
      for (const pieces of findQuotations(text, language))
        for (const piece of pieces) {
          expect(piece.start).toBeGreaterThan(end);
          expect(piece.end).toBeGreaterThan(piece.start);
          expect(text.slice(end, piece.start)).toMatch(new RegExp(`[${marks}]\\s*$`));
          expect(text.slice(piece.end)).toMatch(
            new RegExp(`^\\s*[${marks}\n\r\u2028\u2029\u0085]`),
          );
          end = piece.end;
        }
    }),
    { numRuns: 1000 },
  );
});

test('the time that it takes grows with the text, not with the square of its length', () => {
  const pieces = [
    '\'"a \n',
    " 'a",
    '“a\n',
    '"a.\n',
    "x “'a.\n",
    '‘“a.\n',
    '"a 1" b',
    '“',
    '» a\n\n',
  ];
  const time = (text: string) => {
    const begin = performance.now();
    findQuotations(text, 'en');
    return performance.now() - begin;
  };
  for (const piece of pieces) {
    time(piece.repeat(5_000));
    // Ten times the text: a hundred times the time would be that of the square.
    const [short, long] = [time(piece.repeat(10_000)), time(piece.repeat(100_000))];
    expect(long / Math.max(short, 20), JSON.stringify(piece)).toBeLessThan(50);
  }
});
