import { assert, asyncProperty, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SearchHit } from '../src/model/search.ts';
import { factTypes } from '../src/resources.ts';
import { snippetOf } from '../src/search/snippet.ts';
import { formsOf, wordsIn } from '../src/text/forms.ts';
import { parseQuery } from '../src/text/query.ts';
import { bundleOf } from './support/article.ts';
import { load, startServer, stopServer, type TestServer, withServer } from './support/server.ts';

interface Found {
  data: SearchHit[];
  page: { next: string | null; total: number | null };
  facets: Record<string, { value: string; count: number }[]> | null;
  ranking: { considered: number; complete: boolean };
}

function find({ get }: TestServer, q: string, more = ''): Promise<Found> {
  return get<Found>(`/v1/search?q=${encodeURIComponent(q)}${more}`);
}

describe('in the seed article', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer('seed');
  });
  afterAll(() => stopServer(server));

  test.each(['tanpa', '"tanpa batas"', 'no limits', 'limit*', 'TÂNPA BATAS'])(
    '%s finds the partnership without limits, as quote and as event',
    async (q) => {
      const ids = (await find(server, q)).data.map((hit) => hit.id);
      expect(ids).toContain('china-russia-declare-no-limits-partnership-2022');
      expect(ids).toContain('china-russia-no-limits-partnership-declaration-2022');
      const { data } = await server.get(`/v1/quotes?q=${encodeURIComponent(q)}`);
      expect(data.map((quote) => quote.id)).toContain(
        'china-russia-declare-no-limits-partnership-2022',
      );
    },
  );

  test.each(['wang wenbin', 'Wang Wenbin lancar', 'wenbin perkembangan', 'wenbin -putin'])(
    '%s finds what he said',
    async (q) => {
      const said = 'wang-wenbin-smooth-stable-china-russia-relations-2024';
      const ids = (await find(server, q)).data.map((hit) => hit.id);
      expect(ids).toContain(said);
      const { data } = await server.get(`/v1/quotes?q=${encodeURIComponent(q)}`);
      expect(data.map((quote) => quote.id)).toContain(said);
    },
  );

  test('a hit shows where its words stand, in code points', async () => {
    const { data } = await find(server, 'presiden prancis', '&type=actor');
    const [hit] = data;
    expect(hit).toMatchObject({ type: 'actor', id: 'emmanuel-macron', article: null });
    const characters = Array.from(hit?.snippet.text ?? '');
    const shown = hit?.snippet.highlights.map((it) => characters.slice(it.start, it.end).join(''));
    expect(shown).toEqual(['Presiden', 'Prancis']);
  });

  test('words of any fact find it, whatever its type', async () => {
    for (const { name, singular, toSearchable } of factTypes)
      for (const item of (await server.get(`/v1/${name}?limit=100`)).data)
        for (const title of Object.values(toSearchable(item).title)) {
          const { data } = await find(server, `"${title}"`, `&type=${singular}&limit=100`);
          expect(
            data.map((hit) => hit.id),
            title,
          ).toContain(item.id);
        }
  });

  test('any text is a query, only its length is limited', async () => {
    const hostile = [
      ...['"', '*', 'AND', 'NEAR(', '-a', "it's", 'a.b', '🎉', "'; drop table search"],
      ...[
        'OR',
        'OR a',
        'a OR',
        'OR OR',
        '-',
        '--a',
        '-"a',
        '""a""',
        '-a -b',
        'a OR -b',
        'a:b',
        '{a}',
        '-*',
      ],
    ];
    for (const q of hostile) expect((await find(server, q)).ranking.complete).toBe(true);
    await assert(
      asyncProperty(string({ unit: 'binary', minLength: 1, maxLength: 600 }), async (q) => {
        const expected = Array.from(q).length > 500 || q.includes('\0') ? 400 : 200;
        for (const path of ['search', 'events']) {
          const url = `/v1/${path}?q=${encodeURIComponent(q)}`;
          expect((await server.ask(url)).statusCode).toBe(expected);
        }
      }),
    );
    expect((await server.ask(`/v1/search?q=${'a'.repeat(501)}`)).statusCode).toBe(400);
    expect((await server.ask('/v1/search')).json().errors).toEqual([
      { in: 'query', name: 'q', detail: 'must be given' },
    ]);
  });
});

test('words as they were typed come before their other forms, however short the text of these', async () => {
  const says = (key: string, text: string) => ({
    article: { id: key, language: 'en', title: { en: '—' } },
    articleText: text,
    quotes: [{ id: key, kind: 'indirect', text, mentions: [{ exact: text }] }],
  });
  const long = `Nobody visits ${'the very long and winding road to the harbour '.repeat(20)}.`;
  const server = await withServer([
    says('forms', 'Visit, visited, visiting, visitings, visit!'),
    says('whole', long.replace(' .', '.')),
  ] as never);
  const ids = async (q: string) => (await find(server, q)).data.map(({ id }) => id);
  expect(await ids('visits')).toEqual(['whole', 'forms']);
  expect(await ids('visited')).toEqual(['forms', 'whole']);
  expect(await ids('"visits"')).toEqual(['whole']);
  expect(await ids('"visit the"')).toEqual([]);
});

test('articles are found by what is said of them', async () => {
  const server = await withServer([
    bundleOf('a', ({ article }) => {
      article.title = { en: 'A bridge for the island' };
      article.description = { en: 'What the council decided' } as never;
      article.source = {
        headline: 'Island gets its bridge',
        byline: 'Ines O’Rourke',
        publisher: 'Havn Courier',
        published: null,
        url: null,
      } as never;
    }),
    bundleOf('b'),
  ]);
  for (const q of ['islands bridge', 'deciding council', 'orourke', 'havn -daily', '"gets its"']) {
    const url = `/v1/articles?q=${encodeURIComponent(q)}&count=exact`;
    const { data, page } = await server.get(url);
    expect([data.map(({ id }) => id), page.total], q).toEqual([['a'], 1]);
  }
  expect((await server.get('/v1/articles?q=-havn')).data.map(({ id }) => id)).toEqual(['b']);
  const { data, facets } = await find(server, 'havn', '&type=article&facets=type,article');
  expect(data).toMatchObject([
    {
      type: 'article',
      id: 'a',
      article: 'a',
      title: { en: 'A bridge for the island' },
      snippet: { text: 'Havn Courier', highlights: [{ start: 0, end: 4 }] },
    },
  ]);
  expect(facets).toMatchObject({ type: [{ value: 'article', count: 1 }] });
  expect((await find(server, 'havn', '&article=b')).data).toEqual([]);
  expect((await find(server, 'report', '&article=b')).data.map(({ id }) => id)).toEqual(['b']);
  const { body } = await server.app.inject('/v1/exports/articles.csv?q=havn');
  expect(body).toContain('\r\na,en,');
  expect(body).not.toContain('\r\nb,en,');
  await load(server.store, [bundleOf('a')]);
  expect((await server.get('/v1/articles?q=havn')).data).toEqual([]);
  expect((await find(server, 'havn')).data).toEqual([]);
});

test('facts are found by whom and what they refer to, as their article names them', async () => {
  const server = await withServer([bundleOf('a')]);
  const found = async (path: string) => (await server.get(path)).data.map(({ id }) => id);
  expect(await found('/v1/quotes?q=steins+build')).toEqual(['a-we-will-build-it']);
  expect(await found('/v1/quotes?q=herald')).toEqual(['a-voters-asked']);
  expect(await found('/v1/events?q=meeting+town+hall')).toEqual(['a-council-meeting']);
  expect(await found('/v1/statistics?q=daily+herald')).toEqual(['a-voters-share']);
});

test.each([
  ['cœur', 'Le cœur du sujet', ['cœur']],
  ['coeur du', 'Le cœur du sujet', ['cœur', 'du']],
  ['strasse', 'die Straßen, die Straße', ['Straßen', 'Straße']],
  ['election', 'Les e\u0301lections — l’e\u0301lection', ['e\u0301lections', 'e\u0301lection']],
  ['first', 'the ﬁrst 🌉 first', ['ﬁrst', 'first']],
  ['committee', 'a com\u00admit\u00adtee', ['com\u00admit\u00adtee']],
  ['1200', '🌉 pour 1 200 euros', ['1 200']],
  ['u.s.', 'the U.S. Army', ['U.S.']],
  ['obrien', 'Zoë O’Brien', ['O’Brien']],
  ['hommes', 'L’homme', ['homme']],
  ['"l’homme"', 'L’homme', ['L’homme']],
  ['محمد', 'قال محـــمد', ['محـــمد']],
  ['שלום', 'שָׁלוֹם', ['שָׁלוֹם']],
])('what %j found is shown on the characters of %j', (q, text, shown) => {
  const phrases = parseQuery(q);
  // As the store would complete them.
  const words = wordsIn(text, 'fr').flatMap((word) =>
    formsOf(word, 'fr').concat(formsOf(word, 'de')),
  );
  const complete = {
    ...phrases,
    all: phrases.all.map((group) =>
      group.map((sought) => ({
        ...sought,
        forms: words
          .filter(([key]) => sought.keys.includes(key))
          .map(([, word]) => ({ terms: word.split(' '), prefix: false })),
      })),
    ),
  };
  const { text: snippet, highlights } = snippetOf([['fr', text]], complete);
  expect(snippet).toBe(text);
  const characters = Array.from(text);
  expect(highlights.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual(shown);
});

test('hits come best first: what says little else before what says much', async () => {
  const server = await withServer([bundleOf('a')]);
  const { data } = await find(server, 'council');
  const ids = data.map((hit) => hit.id);
  expect(ids.slice(0, 2)).toEqual(['town-council', 'a-council-meeting']);
  // What it says, and what is told of it.
  expect(ids.slice(2).toSorted()).toEqual(['a-voters-asked', 'a-voters-share']);
  expect(data[0]?.score).toBeGreaterThan(data[1]?.score ?? 0);
});

test('a search pages through all hits once, within types and articles, with counts when asked', async () => {
  const server = await withServer(['a', 'b', 'c'].map((id) => bundleOf(id)));
  const all = await find(server, 'bridge', '&limit=100&count=exact&facets=type,article');
  expect(all.page.total).toBe(all.data.length);
  expect(all.facets?.article).toEqual(
    ['a', 'b', 'c'].map((value) => ({ value, count: all.data.length / 3 })),
  );
  const walked: SearchHit[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: Found = await find(server, 'bridge', `&limit=1${more}`);
    walked.push(...page.data);
    cursor = page.page.next;
  }
  expect(walked).toEqual(all.data);

  const within = await find(server, 'bridge', '&article=b&type=statistic&count=exact');
  expect(within.data.map((hit) => hit.id)).toEqual(['b-voters-share']);
  expect(within.page.total).toBe(1);
  expect((await find(server, 'stein', '&article=b')).data.map((hit) => hit.id)).toContain(
    'ada-stein',
  );
});

test('what an article no longer says is no longer found', async () => {
  const server = await withServer([bundleOf('a'), bundleOf('b')]);
  expect((await find(server, 'opening')).data).toHaveLength(2);
  await load(server.store, [
    bundleOf('a', (bundle) => {
      bundle.events.pop();
      bundle.actors = bundle.actors.slice(0, 2);
      bundle.quotes.pop();
      bundle.statistics.pop();
    }),
  ]);
  expect((await find(server, 'opening')).data.map((hit) => hit.article)).toEqual(['b']);
  expect((await find(server, 'herald', '&type=actor')).data).toHaveLength(1);
  expect((await find(server, 'herald', '&type=actor&article=a')).data).toHaveLength(0);
});

test('where more facts match than are ranked, the answer says so', async () => {
  const server = await withServer([
    bundleOf('a', (bundle) => {
      const [event] = bundle.events;
      if (event === undefined) throw new Error('no event');
      bundle.events.push(
        ...Array.from({ length: 2100 }, (_, index) => ({
          ...event,
          id: `a-flood-${index}`,
          title: { en: `Flood ${index % 7}` },
        })),
      );
    }),
  ]);
  const { ranking, page } = await find(server, 'flood', '&count=exact');
  expect(ranking).toEqual({ considered: 2000, complete: false });
  expect(page.total).toBe(2100);
  // The list has them all: it filters, and ranks nothing.
  const list = await server.get('/v1/events?q=flood&limit=100&sort=id&count=exact');
  expect(list.page.total).toBe(2100);
  expect(list.data).toHaveLength(100);
  const rare = await server.get('/v1/events?q=flood+6&status=occurred&count=exact&facets=status');
  expect(rare.page.total).toBe(300);
  expect(rare.facets).toEqual({ status: [{ value: 'occurred', count: 300 }] });
});

test('facts are ranked once for all pages of a search, and anew once something was written', async () => {
  const rankings: string[] = [];
  const server = await startServer([bundleOf('a'), bundleOf('b')], {
    observe: ({ sql }) => void (sql.includes('materialized') && rankings.push(sql)),
  });
  onTestFinished(() => stopServer(server));
  const all = await find(server, 'voters', '&count=exact&facets=type');
  const first = await find(server, 'voters', '&limit=1');
  const second = await find(server, 'voters', `&limit=1&cursor=${first.page.next}`);
  expect([...first.data, ...second.data]).toEqual(all.data.slice(0, 2));
  expect(rankings.length).toBe(1);
  await find(server, 'voters', '&type=quote');
  expect(rankings.length).toBe(2);

  await load(server.store, [bundleOf('c')]);
  const { page } = await find(server, 'voters', '&count=exact');
  expect(page.total).toBeGreaterThan(all.page.total ?? 0);
  expect(rankings.length).toBe(3);
});
