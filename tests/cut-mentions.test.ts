import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { factTypes } from '../src/resources.ts';

const { read } = createBundleReader(factTypes);

/** What looks wrong where mentions have these words: those of an actor, or of an event, which may have any. */
function noticesOf(
  articleText: string,
  { actor = [], event = [] }: { actor?: string[]; event?: string[] },
  language = 'en',
): string[] {
  const title = { [language]: 'Report' };
  const mentionsOf = (words: string[]) => ({ mentions: words.map((exact) => ({ exact })) });
  const who = { id: 'somebody', kind: 'person', name: title, ...mentionsOf(actor) };
  const what = { id: 'e', kind: 'other', status: 'occurred', title, ...mentionsOf(event) };
  const { faults, notices } = read({
    article: { id: 'a', language, title },
    articleText,
    actors: actor.length > 0 ? [who] : [],
    events: event.length > 0 ? [what] : [],
  });
  expect(faults).toEqual([]);
  return notices.map(({ pointer, detail }) => `${pointer} ${detail}`);
}

test('a mention that cuts a number, or an actor’s that cuts a word, is a notice that shows the whole', () => {
  const text =
    '“I did it,” Alice Ronson said. About 25% of homes and 31,200 people were hit; $13.5m was paid in 2024.';
  expect(
    noticesOf(text, { actor: ['Ali', 'onson'], event: ['5%', '1,200 people', '3.5m', '24'] }),
  ).toEqual([
    '/actors/0/mentions/0 “Ali” is cut out of “Alice”, at 12–17: is the whole of it meant?',
    '/actors/0/mentions/1 “onson” is cut out of “Ronson”, at 18–24: is the whole of it meant?',
    '/events/0/mentions/0 “5%” is cut out of “25%”, at 37–40: is the whole of it meant?',
    '/events/0/mentions/1 “1,200 people” is cut out of “31,200 people”, at 54–67: is the whole of it meant?',
    '/events/0/mentions/2 “3.5m” is cut out of “$13.5m”, at 78–84: is the whole of it meant?',
    '/events/0/mentions/3 “24” is cut out of “2024”, at 97–101: is the whole of it meant?',
  ]);
});

test.each([
  ['of −5 degrees', '5 degrees'],
  ['of 1 200 homes', '200 homes'],
  ['of 1,200 homes', '1'],
  ['of 2.5%', '5%'],
  ['on 16.05.2024', '6.05.2024'],
  ['for US$3.5m', '$3.5m'],
  ['一共２５人', '５人'],
])('in “%s”, “%s” is cut', (text, exact) => {
  expect(noticesOf(text, { event: [exact] })).toHaveLength(1);
});

test.each([
  ['of 5% in 2023, 7% in 2024', ['5%', '2023', '7%', '2024']],
  ['on 16.05.2024, at 12:30', ['16', '05.2024', '30']],
  ['a rise of 3–5%; (7%)', ['5%', '7%']],
  ['COVID-23 and the G20 in the 1980s', ['23', '20', '1980']],
  ['- 5% of homes\n-7% of all', ['5% of homes', '7%']],
  ['for US$3.5m', ['3.5m']],
  ['周一十点，三百人', ['周一', '百人']],
  ['a third of the households', ['house']],
])('in “%s”, %j are not cut', (text, event) => {
  expect(noticesOf(text, { event })).toEqual([]);
});

test.each([
  ['en', 'the Obamas, Russians, Trumpism', ['Obama', 'Russia', 'Trump']],
  ['en', 'McDonald’s, Putin’s FoxNews', ['Donald', 'Putin', 'Fox']],
  ['tr', 'Putin’in Erdoğanla görüşmesi', ['Putin', 'Erdoğan']],
  ['fi', 'Putinille Niinistöltä', ['Putin', 'Niinistö']],
  ['id', 'Putinnya', ['Putin']],
  ['de', 'die Bundesratssitzung', ['Bundesrat']],
  ['ru', 'с Путиным', ['Путин']],
  ['ar', 'والرئيس', ['الرئيس']],
  ['he', 'ופוטין', ['פוטין']],
  ['ja', '習近平国家主席は', ['習近平']],
])('in %s, “%s” has the names %j', (language, text, actor) => {
  expect(noticesOf(text, { actor }, language)).toEqual([]);
});

test('what is cut a thousand times is told of a hundred mentions', () => {
  const text = Array.from({ length: 1000 }, (_, index) => `x ${1000 + index}`).join(', ');
  const event = Array.from({ length: 1000 }, (_, index) => `${1000 + index}`.slice(1));
  const places = event.map((_, index) => text.indexOf(`${1000 + index}`) + 1);
  const mentions = event.map((exact, index) => ({ exact, start: places[index] }));
  const title = { en: 'Report' };
  const { notices } = read({
    article: { id: 'a', language: 'en', title },
    articleText: text,
    events: [{ id: 'e', kind: 'other', status: 'occurred', title, mentions }],
  });
  expect(notices).toHaveLength(100);
});
