import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOf, text } from './support/article.ts';
import { startServer, stopServer, type TestServer } from './support/server.ts';

/** With line breaks, letters that have two forms, and characters beyond the first 65,536. */
const poem = 'Über 𝒜\nund 🌉 é\nEnde\n';

let server: TestServer;
beforeAll(async () => {
  const withText = (id: string, its: string, words: string[]) =>
    bundleOf(id, (bundle) => {
      const before = (word: string) => Array.from(its.slice(0, its.indexOf(word))).length;
      const mentions = words.map((exact) => {
        const start = before(exact);
        return { start, end: start + Array.from(exact).length, exact };
      });
      const sha256 = createHash('sha256').update(its).digest('hex');
      bundle.article.text = { sha256, length: Array.from(its).length };
      const actors = bundle.actors.slice(0, 1).map((it) => ({ ...it, affiliations: [], mentions }));
      Object.assign(bundle, { quotes: [], actors, places: [], events: [], statistics: [] });
    });
  server = await startServer([bundleOf('a'), withText('poem', poem, ['Über', 'und', 'é', 'Ende'])]);
});
afterAll(() => stopServer(server));

async function verify(article: string, its: string) {
  const url = `/v1/articles/${article}/verification`;
  const response = await server.ask({ method: 'POST', url, payload: { text: its } });
  expect(response.statusCode).toBe(200);
  return response.json();
}

test('the text of an article matches, with every mention of its facts', async () => {
  const { data } = await server.get('/v1/mentions?article=a&limit=100');
  const fingerprint = (await server.get<{ text: object }>('/v1/articles/a')).text;
  expect(await verify('a', text)).toEqual({
    article: 'a',
    fingerprint: { matches: true, expected: fingerprint, found: fingerprint },
    repairs: [],
    matching: data,
    moved: [],
    undecided: [],
    mismatching: [],
  });
  expect(await verify('poem', poem)).toMatchObject({
    fingerprint: { matches: true },
    matching: [{ exact: 'Über' }, { exact: 'und' }, { exact: 'é' }, { exact: 'Ende' }],
  });
});

test('another text is told apart by what stands where a mention should', async () => {
  const changed = text.replace('Ada Stein', 'Eva Stein').replace('bridge', 'tunnel');
  const { data } = await server.get('/v1/mentions?article=a&limit=100');
  const { fingerprint, matching, moved, undecided, mismatching } = await verify('a', changed);
  expect([fingerprint.matches, moved, undecided]).toEqual([false, [], []]);
  expect(matching).toEqual(data.filter(({ exact }) => exact !== 'Ada Stein'));
  expect(mismatching).toMatchObject([
    { mention: { exact: 'Ada Stein', factType: 'actor', fact: 'ada-stein' }, found: 'Eva Stein' },
  ]);
});

test('where a text ends too early, nothing is found', async () => {
  const { matching, mismatching } = await verify('poem', 'Über 𝒜\nun');
  expect(matching).toMatchObject([{ exact: 'Über' }]);
  expect(mismatching).toMatchObject([
    { mention: { exact: 'und' }, found: 'un' },
    { mention: { exact: 'é' }, found: null },
    { mention: { exact: 'Ende' }, found: null },
  ]);
});

test('what stands elsewhere, or is set otherwise, is told from other words', async () => {
  const other = `By Ida. ${text.replaceAll(/[“”]/g, '"').replace('town hall', 'town\u00a0hall')}`;
  const { data } = await server.get('/v1/mentions?article=a&limit=100');
  const { matching, moved, undecided, mismatching } = await verify('a', other);
  expect([matching, undecided, mismatching]).toEqual([[], [], []]);
  expect(moved).toEqual(
    data.map((mention) => {
      const { start, end, exact } = mention as never as {
        start: number;
        end: number;
        exact: string;
      };
      const difference = exact === 'town hall' ? 'typography' : 'none';
      return { mention, at: { start: start + 8, end: end + 8 }, difference };
    }),
  );
});

test('the very text of the article leaves no doubt, whatever its mentions say', async () => {
  const { quotes, ...bundle } = bundleOf('wrong');
  const [quote] = quotes as { mentions: { start: number; end: number }[] }[];
  const [mention] = quote?.mentions ?? [];
  // As programs count that count UTF-16 units; without its text, nobody can tell.
  if (mention !== undefined)
    Object.assign(mention, { start: mention.start + 1, end: mention.end + 1 });
  const wrong = await startServer([{ ...bundle, quotes } as never]);
  const payload = { text };
  const url = '/v1/articles/wrong/verification';
  const { mismatching, undecided } = (await wrong.ask({ method: 'POST', url, payload })).json();
  expect([mismatching.length, undecided]).toEqual([1, []]);
  expect(mismatching[0].found).toBe('e will build it.”');
  await stopServer(wrong);
});

test.each([
  ['a byte order mark', `\uFEFF${poem}`, ['removeByteOrderMark']],
  ['CR LF', poem.replaceAll('\n', '\r\n'), ['useLineFeeds']],
  ['decomposed letters', poem.normalize('NFD'), ['normalize']],
  ['no line break at the end', poem.slice(0, -1), ['addFinalLineBreak']],
  ['one line break too many', `${poem}\n`, ['removeFinalLineBreak']],
  [
    'all of that',
    `\uFEFF${poem.normalize('NFD').replaceAll('\n', '\r\n')}\r\n`,
    ['removeByteOrderMark', 'useLineFeeds', 'normalize', 'removeFinalLineBreak'],
  ],
  ['another word', poem.replace('Ende', 'Enge'), []],
])('what makes it the right text is told where it is known: %s', async (_case, its, repairs) => {
  const verification = await verify('poem', its);
  expect(verification.fingerprint.matches).toBe(false);
  expect(verification.repairs).toEqual(repairs);
});

test('an article that is not there is not found, and nothing of a text is kept', async () => {
  const revision = await server.store.revision();
  const url = '/v1/articles/nothing/verification';
  const response = await server.ask({ method: 'POST', url, payload: { text } });
  expect([response.statusCode, response.json().type]).toEqual([404, '/problems/not-found']);
  await verify('a', 'a text that nobody keeps');
  expect(await server.store.revision()).toBe(revision);
});
