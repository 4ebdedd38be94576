import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import type { Mention } from '../src/model/mention.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { withKey, withServer } from './support/server.ts';

const { read } = createBundleReader(factTypes);

/** A bundle of one article with that text, as a person would write it. */
function written(articleText: string, facts: object, language = 'en') {
  const article = { id: 'note', language, title: { [language]: 'A note of our own' } };
  return { article, articleText, ...facts };
}

/** With one event that has these mentions. */
function eventAt(articleText: string, ...mentions: object[]) {
  const event = { id: 'e', kind: 'other', status: 'occurred', title: { en: 'Event' }, mentions };
  return written(articleText, { events: [event] });
}

function mentionsOf(bundle: object, list = 'events'): Mention[] {
  const { bundle: whole, faults } = read(bundle);
  expect(faults).toEqual([]);
  const [entry] = (whole?.[list] ?? []) as { mentions: Mention[] }[];
  return entry?.mentions ?? [];
}

/** Of each fault its pointer and what it says. */
function faultsOf(bundle: object, text?: string): [string, string][] {
  return read(bundle, text).faults.map(({ pointer, detail }) => [pointer, detail]);
}

test('a bundle as a person writes it has no null, no offset and no hash, and goes in whole', async () => {
  const bundle = JSON.parse(readFileSync(inPackage('tests/articles/night-ferry.json'), 'utf8'));
  const text = readFileSync(inPackage('tests/articles/night-ferry.txt'), 'utf8');
  expect(JSON.stringify(bundle)).not.toMatch(/null|"start"|"end"|sha256|\[\]/);
  expect(text.split('\n\n')).toHaveLength(3);
  const { ask, get } = await withServer([]);
  const id = bundle.article.id;
  const response = await ask({
    method: 'PUT',
    url: `/v1/articles/${id}/bundle`,
    headers: withKey,
    payload: { ...bundle, articleText: text },
  });
  expect(response.statusCode).toBe(201);
  for (const { exact, start, end } of (await get<{ data: Mention[] }>('/v1/mentions?limit=100'))
    .data)
    expect(Array.from(text).slice(start, end).join('')).toBe(exact);
  // What is given back lacks nothing, and is the same article when it is put again, without the text.
  const back = (await ask(`/v1/articles/${id}/bundle`)).json();
  expect(back.quotes[0]).toMatchObject({ polarity: 'affirmed', language: 'en', translation: null });
  const again = await ask({
    method: 'PUT',
    url: `/v1/articles/${id}/bundle`,
    headers: withKey,
    payload: back,
  });
  expect([again.statusCode, again.headers.etag]).toEqual([200, response.headers.etag]);
});

const rain = 'Rain in Oslo. Rain in Bergen. Rain again in Oslo.';

test.each<[string, object, [number, number]]>([
  ['stand once', { exact: 'Bergen' }, [22, 28]],
  ['are the second of three', { exact: 'Rain', occurrence: 2 }, [14, 18]],
  ['stand behind others', { exact: 'Oslo', prefix: 'again in ' }, [44, 48]],
  ['stand before others', { exact: 'Rain', suffix: ' in B' }, [14, 18]],
  ['are the second behind others', { exact: 'in', prefix: 'Rain ', occurrence: 2 }, [19, 21]],
  ['have a start', { exact: 'Oslo', start: 44 }, [44, 48]],
])('words that %s are found', (_, mention, place) => {
  const [found] = mentionsOf(eventAt(rain, mention));
  expect([found?.start, found?.end]).toEqual(place);
  expect(Object.keys(found ?? {})).toEqual(['start', 'end', 'exact', 'role', 'continues']);
});

test('positions count code points, whatever stands before', () => {
  const [found] = mentionsOf(eventAt('🌊🏽‍♀️ Łódź 你好 wins', { exact: '你好' }));
  expect(found).toMatchObject({ start: 11, end: 13 });
});

test.each<[string, object, string, RegExp]>([
  ['that stand nowhere', { exact: 'Snow' }, rain, /stands nowhere in the text/],
  [
    'that stand three times',
    { exact: 'Rain' },
    rain,
    /stands 3 times.*1\. at 0–4 “\[Rain\] in Oslo.*2\. at 14–18.*3\. at 30–34/,
  ],
  ['whose surroundings are others', { exact: 'Rain', prefix: 'No ' }, rain, /does not stand where/],
  ['counted too far', { exact: 'Bergen', occurrence: 2 }, rain, /does not stand where.*at 22–28/],
])('words %s are refused, with what there is', (_, mention, text, detail) => {
  expect(faultsOf(eventAt(text, mention))).toEqual([
    ['/events/0/mentions/0', expect.stringMatching(detail)],
  ]);
});

test('words of any number of places are listed shortly', () => {
  const [[, detail] = []] = faultsOf(eventAt('na '.repeat(5000), { exact: 'na' }));
  expect(detail).toMatch(/1000 or more times.*5\. at 12–14.*and 995 more$/);
  expect(detail?.length).toBeLessThan(600);
});

test('without the text, what has to be found in it is asked for', () => {
  const { articleText: _, ...bundle } = eventAt(rain, { exact: 'Bergen' });
  expect(faultsOf(bundle)).toEqual([
    ['/article/text', expect.stringContaining('must be given')],
    ['/events/0/mentions/0', expect.stringContaining('must have start and end')],
  ]);
  expect(faultsOf(bundle, rain)).toEqual([]);
});

test.each<[string, string, (text: string) => [number, number]]>([
  ['in UTF-16 units', '🌉🌉 The bridge opened', (text) => span(text, 'bridge')],
  ['in bytes of UTF-8', 'Čeština – bridge and all', (text) => bytes(text, 'bridge')],
  [
    'in the text with CR LF line ends',
    'One\nTwo\nThe bridge and all',
    (text) => span(text.replaceAll('\n', '\r\n'), 'bridge'),
  ],
  [
    'in the text with LF line ends',
    'One\r\nTwo\r\nThe bridge',
    (text) => span(text.replaceAll('\r\n', '\n'), 'bridge'),
  ],
  [
    'in the text with a byte order mark before it',
    'The bridge and all',
    (text) => span(`\uFEFF${text}`, 'bridge'),
  ],
  [
    'in the text without its byte order mark',
    '\uFEFFThe bridge',
    (text) => span(text.slice(1), 'bridge'),
  ],
  [
    'in the text in Unicode form NFD',
    'ǖ, ǖ: the bridge and all',
    (text) => span(text.normalize('NFD'), 'bridge'),
  ],
])('positions that are right %s are recognised', (counting, text, place) => {
  const [start, end] = place(text);
  expect(faultsOf(eventAt(text, { exact: 'bridge', start, end }))).toEqual([
    [
      '/events/0/mentions/0',
      expect.stringMatching(new RegExp(`start and end are right.* ${counting}`)),
    ],
  ]);
});

function span(text: string, words: string): [number, number] {
  return [text.indexOf(words), text.indexOf(words) + words.length];
}

function bytes(text: string, words: string): [number, number] {
  const start = Buffer.from(text).indexOf(words);
  return [start, start + Buffer.byteLength(words)];
}

test('a text that only its line ends or its form make another one is told from another text', () => {
  const { bundle } = read(eventAt('Été\nfini', { exact: 'fini' }));
  expect(faultsOf(bundle ?? {}, 'Été\r\nfini')).toMatchObject([
    ['/article/text', expect.stringContaining('it would be the same after useLineFeeds')],
  ]);
  expect(faultsOf(bundle ?? {}, 'Été\nfini'.normalize('NFD'))).toMatchObject([
    ['/article/text', expect.stringContaining('after normalize')],
  ]);
  expect(faultsOf(bundle ?? {}, 'Another text')).toMatchObject([
    ['/article/text', expect.not.stringContaining('after')],
  ]);
});

const speech = 'The minister said on Friday: “No.” Her aide, who asked to remain unnamed, agreed.';

test('words that an entry has from the text are looked for in it', () => {
  const person = { id: 'm', kind: 'person', name: { en: 'Minister' } };
  const bundle = written(speech, {
    quotes: [
      {
        id: 'q',
        kind: 'direct',
        text: 'No.',
        verb: 'shouted',
        unnamedSpeaker: 'a friend',
        date: { expression: 'on Monday' },
        mentions: [{ exact: 'No.' }],
      },
    ],
    actors: [{ ...person, aliases: ['the  minister', 'Her'], mentions: [{ exact: 'minister' }] }],
    statistics: [
      {
        id: 's',
        label: { en: 'Aides' },
        value: 1,
        unit: { code: 'person', label: { en: 'person' } },
        text: 'one aide',
        mentions: [{ exact: 'Her aide' }],
      },
    ],
  });
  expect(faultsOf(bundle).map(([pointer]) => pointer)).toEqual([
    '/quotes/0/verb',
    '/quotes/0/unnamedSpeaker',
    '/quotes/0/date/expression',
    '/actors/0/aliases/0',
    '/statistics/0/text',
  ]);
});

test.each<[string, string, string, string]>([
  ['Unicode form', 'Noël', 'Père Noe\u0308l came', 'at 5–10 .*, in another Unicode form \\(NFD\\)'],
  ['Unicode form', 'Noe\u0308l', 'Père Noël came', 'at 5–9 .*, in another Unicode form \\(NFC\\)'],
  [
    'quotation marks',
    '"oui"',
    'Il dit “oui” et',
    'at 7–12 “Il dit \\[“oui”\\] et”, with other quotation marks',
  ],
  [
    'apostrophes',
    "l'histoire",
    'De l’histoire.',
    'at 3–13 .*, with other quotation marks or apostrophes$',
  ],
  ['a space', '10 km', 'Some 10\u00a0km on', 'at 5–10 .*, with other white space \\(U\\+00A0\\)$'],
  ['line ends', 'One\nTwo', 'x One\r\nTwo', 'at 2–10 .*, with other white space \\(U\\+000D\\)$'],
  ['case', 'zoé', 'It is Zoé.', 'at 6–9 “It is \\[Zoé\\]\\.”, in other case$'],
  ['a dash', 'so - and', 'so — and on', 'at 0–8 .*, with other dashes$'],
  ['a soft hyphen', 'minister', 'A mini\u00adster', 'at 2–11 .*can’t be seen \\(U\\+00AD\\)$'],
  ['a ligature', 'office', 'The oﬃce.', 'at 4–8 .*, in other typography$'],
  [
    'several',
    "Zoe\u0308's",
    'It is zoë’s.',
    'at 6–11 .*\\(NFC\\), in other case, with other quotation',
  ],
])(
  'words that stand there but for %s are refused, with where and how they stand',
  (_, exact, text, told) => {
    const expected = new RegExp(
      `stands nowhere in the text.*; but the same words stand 1\\. ${told}`,
    );
    expect(faultsOf(eventAt(text, { exact }))).toEqual([
      ['/events/0/mentions/0', expect.stringMatching(expected)],
    ]);
    const placed = faultsOf(eventAt(text, { exact, start: 1, end: 1 + Array.from(exact).length }));
    const at = new RegExp(
      `stand nowhere in the text; but the same words stand 1\\. ${told.replace(/\$$/, '')}`,
    );
    expect(placed).toContainEqual(['/events/0/mentions/0', expect.stringMatching(at)]);
  },
);

test('the first three of several places are told, and of other words none', () => {
  const text = 'Zoé, Zoé, Zoé, Zoé';
  const [[, detail] = []] = faultsOf(eventAt(text, { exact: 'zoé' }));
  expect(detail).toMatch(/1\. at 0–3 .*2\. at 5–8 .*3\. at 10–13 [^;]*$/);
  expect(faultsOf(eventAt(text, { exact: 'Zoe' }))).toEqual([
    ['/events/0/mentions/0', expect.stringMatching(/letter by letter$/)],
  ]);
});

test('so it is of the words that an entry has from the text', () => {
  const quote = { id: 'q', kind: 'indirect', text: 'No.', mentions: [{ exact: 'No' }] };
  const bundle = written('No, she hadn’t said.', { quotes: [{ ...quote, verb: "hadn't said" }] });
  expect(faultsOf(bundle)).toEqual([
    [
      '/quotes/0/verb',
      expect.stringMatching(/nowhere in the text.*stand 1\. at 8–19 .*apostrophes$/),
    ],
  ]);
});

test('of ten phrases it is told how they stand, however many there are', () => {
  const mentions = Array.from({ length: 20 }, (_, index) => ({ exact: `ZOÉ ${index};` }));
  const text = mentions.map(({ exact }) => exact.toLowerCase()).join(' ');
  const told = faultsOf(eventAt(text, ...mentions)).filter(([, it]) =>
    it.includes('in other case'),
  );
  expect(told).toHaveLength(10);
});

test('white space may differ there, and an ellipsis stands for words between', () => {
  const quote = { id: 'q', kind: 'indirect', text: 'Her aide is of one mind.' };
  const bundle = (verb: string) =>
    written('The aide\n\nhas, she says,  agreed.', {
      quotes: [{ ...quote, verb, mentions: [{ exact: 'agreed' }] }],
    });
  expect(faultsOf(bundle('aide has, she'))).toEqual([]);
  expect(faultsOf(bundle('has … agreed'))).toEqual([]);
  expect(faultsOf(bundle('agreed … has')).map(([pointer]) => pointer)).toEqual(['/quotes/0/verb']);
});

function quoteIn(articleText: string, quote: object, language = 'en') {
  return written(articleText, { quotes: [{ id: 'q', kind: 'direct', ...quote }] }, language);
}

test.each<[string, string, string, string[], string]>([
  [
    'interrupted',
    '“I know,” he said, “but when?”',
    'I know, but when?',
    ['I know,', 'but when?'],
    'en',
  ],
  [
    'over paragraphs that begin with a mark again',
    '«Un.\n\n«Deux.\n\n«Trois.»',
    'Un.\n\nDeux.\n\nTrois.',
    ['Un.', 'Deux.', 'Trois.'],
    'fr',
  ],
  [
    'over paragraphs, taken in one piece',
    '「一つ。\n「二つ。」',
    '一つ。\n二つ。',
    ['一つ。\n「二つ。'],
    'ja',
  ],
  ['once', 'Sie: „Ja, sofort.“', 'Ja, sofort.', ['Ja, sofort.'], 'de'],
])('a direct quotation %s is taken', (_, articleText, text, pieces, language) => {
  const mentions = pieces.map((exact) => ({ exact }));
  const found = mentionsOf(quoteIn(articleText, { text, mentions }, language), 'quotes');
  expect(found.map(({ continues }) => continues)).toEqual(pieces.map((_, index) => index > 0));
});

test('a direct quotation that the article has twice has two mentions, and neither goes on', () => {
  const articleText = '“Never!” … and once more: “Never!”';
  const mentions = [
    { exact: 'Never!', occurrence: 1 },
    { exact: 'Never!', occurrence: 2 },
  ];
  const found = mentionsOf(quoteIn(articleText, { text: 'Never!', mentions }), 'quotes');
  expect(found.map(({ continues }) => continues)).toEqual([false, false]);
});

test.each<[string, object, string]>([
  ['a direct quote with other words', { text: 'Not ever!' }, '/quotes/0/mentions/0'],
  [
    'a direct quote of which a piece is missing',
    { text: 'Never! Never again!', mentions: [{ exact: 'Never!' }] },
    '/quotes/0/mentions/0',
  ],
  ['verbatim words of a direct quote', { verbatim: ['Never!'] }, '/quotes/0/verbatim'],
  ['a mixed quote without verbatim words', { kind: 'mixed' }, '/quotes/0/verbatim'],
  [
    'verbatim words that are no mention',
    { kind: 'mixed', text: 'He said never again.', verbatim: ['again'] },
    '/quotes/0/verbatim/0',
  ],
  [
    'verbatim words that its text has not',
    { kind: 'mixed', text: 'He refused.', verbatim: ['Never!'] },
    '/quotes/0/verbatim/0',
  ],
  [
    'a piece that goes on with nothing',
    { mentions: [{ exact: 'Never!', continues: true }] },
    '/quotes/0/mentions/0/continues',
  ],
  [
    'a quote that only says who speaks',
    { kind: 'indirect', mentions: [{ exact: 'he', role: 'source' }] },
    '/quotes/0/mentions',
  ],
  ['a quote reported within itself', { reportedIn: 'q' }, '/quotes/0/reportedIn'],
])('%s is refused with its pointer', (_, change, pointer) => {
  const quote = { text: 'Never!', mentions: [{ exact: 'Never!' }], ...change };
  const faults = faultsOf(quoteIn('“Never!” he said.', quote));
  expect(faults.map(([at]) => at)).toEqual([pointer]);
});

test('a role other than content belongs to quotes alone', () => {
  expect(faultsOf(eventAt(rain, { exact: 'Bergen' }, { exact: 'again', role: 'cue' }))).toEqual([
    ['/events/0/mentions/1/role', expect.stringContaining('must be content')],
  ]);
});

test.each<[string, string, string]>([
  ['a letter and its accent', 'Cafe\u0301 open', 'Cafe'],
  ['an emoji of several characters', 'A 👩🏽‍🚒 came', '👩'],
  ['a flag', 'For 🇮🇩 now', '🇮'],
  ['a syllable of Devanagari', 'यह नि है', 'न'],
  ['a line end of two characters', 'One\r\nTwo', 'One\r'],
])('a mention that cuts %s is refused', (_, text, exact) => {
  expect(faultsOf(eventAt(text, { exact }))).toEqual([
    ['/events/0/mentions/0', expect.stringContaining('cuts a character')],
  ]);
});

test.each<[string, string, boolean]>([
  ['Persian with a joiner', 'می\u200Cخواهم', true],
  ['Arabic', 'علی کریمی', true],
  ['an apostrophe', 'O’Neill', true],
  ['nothing but spaces', ' \u00A0\u3000', false],
  ['letters that are drawn as nothing', '\u3164\u2800', false],
  ['a line end', 'Ada\nStein', false],
  ['an escape character', 'Ada\u001b[31m', false],
  ['a direction override', 'Ada \u202Enietseb', false],
  ['an isolate', 'Ada \u2067x\u2069', false],
])('a name with %s is taken or refused as it should', (_, name, isTaken) => {
  const actor = {
    id: 'a',
    kind: 'person',
    name: { en: name },
    mentions: [{ exact: 'Oslo.', occurrence: 1 }],
  };
  const pointers = faultsOf(written(rain, { actors: [actor] })).map(([pointer]) => pointer);
  expect(pointers).toEqual(isTaken ? [] : ['/actors/0/name/en']);
});

test('a text needs the language of the article, wherever it stands, and no English', () => {
  const only = (language: string) => ({ [language]: 'Sesuatu' });
  const bundle = (language: string) => ({
    article: { id: 'note', language: 'id', title: only(language), description: only(language) },
    articleText: rain,
    actors: [
      {
        id: 'a',
        kind: 'person',
        name: only(language),
        roles: [only(language)],
        mentions: [{ exact: 'Bergen' }],
      },
    ],
    places: [{ id: 'p', kind: 'city', name: only(language), mentions: [{ exact: 'Bergen' }] }],
    events: [
      {
        id: 'e',
        kind: 'weather',
        status: 'occurred',
        title: only(language),
        mentions: [{ exact: 'again' }],
      },
    ],
    statistics: [
      {
        id: 's',
        label: only(language),
        value: 3,
        unit: { code: 'time', label: only(language) },
        text: 'Rain again',
        mentions: [{ exact: 'Rain again' }],
      },
    ],
  });
  expect(faultsOf(bundle('id'))).toEqual([]);
  const faults = faultsOf(bundle('en'));
  expect(faults.map(([pointer]) => pointer)).toEqual([
    '/article/title',
    '/article/description',
    '/actors/0/name',
    '/actors/0/roles/0',
    '/places/0/name',
    '/events/0/title',
    '/statistics/0/label',
    '/statistics/0/unit/label',
  ]);
  for (const [, detail] of faults) expect(detail).toContain('language of the article (id)');
});

test('circles of places, parts and reports are refused, and named', () => {
  const place = (id: string, within: string) => ({
    id,
    kind: 'region',
    name: { en: id },
    within,
    mentions: [{ exact: 'Bergen' }],
  });
  const places = [place('a', 'b'), place('b', 'c'), place('c', 'b'), place('d', 'a')];
  expect(faultsOf(written(rain, { places }))).toEqual([
    ['/places/1/within', 'makes a circle: b → c → b'],
  ]);
});

test.each<[string, boolean]>([
  ['https://example.jp/記事/2024', true],
  ['https://例え.jp/', true],
  ['https://example.org/a|b?q=ü#x', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['javascript:alert(1)', false],
  ['ftp://example.org/a', false],
  ['//example.org/a', false],
  ['https://', false],
  ['https://example.org/a b', false],
  ['data:text/html,x', false],
])('the address %s is taken or refused as it should', (url, isTaken) => {
  const bundle = written(rain, {});
  const faults = faultsOf({ ...bundle, article: { ...bundle.article, source: { url } } });
  expect(faults.map(([pointer]) => pointer)).toEqual(isTaken ? [] : ['/article/source/url']);
});

test.each([22139e12, 1e300, 5e-324, -0.1, 2 ** 53 + 2])(
  'the figure %d goes in and comes back as it is',
  async (value) => {
    const { ask, get } = await withServer([]);
    const statistic = {
      id: 's',
      label: { en: 'A figure' },
      value,
      unit: { code: 'IDR', label: { en: 'rupiah' } },
      text: 'Rain again',
      mentions: [{ exact: 'Rain again' }],
    };
    const payload = written(rain, { statistics: [statistic] });
    const url = '/v1/articles/note/bundle';
    expect((await ask({ method: 'PUT', url, headers: withKey, payload })).statusCode).toBe(201);
    expect((await get('/v1/statistics')).data[0]?.value).toBe(value);
  },
);
