import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { withServer } from './support/server.ts';

const name = 'putin-china-visit-2024';
const bundle = JSON.parse(readFileSync(inPackage(`seed/${name}.json`), 'utf8'));
const textFile = inPackage('../shared/annotation/article.txt');

test('the seed is right in itself', () => {
  expect(createBundleReader(factTypes).read(bundle).faults).toEqual([]);
});

// The text is not part of the project; whoever has it verifies every position.
if (existsSync(textFile))
  test('every mention of the seed stands exactly at its place in the text', () => {
    const text = readFileSync(textFile, 'utf8');
    const { faults, notices } = createBundleReader(factTypes).read(bundle, text);
    expect([faults, notices]).toEqual([[], []]);
  });

if (existsSync(textFile))
  test('the text of the seed verifies over HTTP', async () => {
    const { ask } = await withServer('seed');
    const response = await ask({
      method: 'POST',
      url: `/v1/articles/${name}/verification`,
      payload: { text: readFileSync(textFile, 'utf8') },
    });
    expect(response.json()).toMatchObject({ fingerprint: { matches: true }, mismatching: [] });
  });

test('every text of the seed is there in the language of the article and in English', () => {
  visit(bundle, '');
  function visit(node: unknown, path: string): void {
    if (typeof node !== 'object' || node === null) return;
    if (/\/(title|name|label|description)$/.test(path))
      expect(Object.keys(node).sort(), path).toEqual(['en', 'id']);
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  }
});

test('the six direct quotations are there, each by whom the article names', async () => {
  const { get } = await withServer('seed');
  const { data } = await get('/v1/quotes?kind=direct');
  const said = data.map(({ text, speakers }) => [
    String(text).slice(0, 24),
    (speakers as { id: string }[]).map((speaker) => speaker.id),
  ]);
  expect(said).toEqual([
    ['tanpa batas', []],
    ['membahas secara rinci se', ['kremlin']],
    ['sangat berdampak pada pe', ['chongyang-institute-for-financial-studies']],
    ['membangun saluran pembay', ['chongyang-institute-for-financial-studies']],
    ['tanpa batas', ['china', 'russia']],
    ['memastikan perkembangan ', ['wang-wenbin']],
  ]);
});

test('every quote but the narrator’s has the words that attribute it and name its source', async () => {
  const { get } = await withServer('seed');
  type Quote = { id: string; mentions: { role: string }[] };
  const { data } = await get<{ data: Quote[] }>('/v1/quotes?limit=100');
  const bare = data.filter(({ mentions }) => !mentions.some(({ role }) => role === 'cue'));
  expect(bare.map(({ id }) => id)).toEqual([
    'narrator-no-limits-partnership-putin-china-visit-2024',
  ]);
  for (const { id, mentions } of data)
    if (id !== bare[0]?.id)
      expect(
        mentions.some(({ role }) => role === 'source'),
        id,
      ).toBe(true);
});

test('officials without a name are no actor, and what China has not done is denied', async () => {
  const { get } = await withServer('seed');
  const [unnamed, ...others] = (await get('/v1/quotes?unnamed=true')).data;
  expect([unnamed, others]).toMatchObject([
    { speakers: [], unnamedSpeaker: 'Para pejabat di Beijing dan Moskow' },
    [],
  ]);
  const denied = (await get('/v1/events?polarity=denied')).data;
  expect(denied.map(({ participants }) => participants)).toMatchObject([
    [{ actor: { id: 'china' }, role: 'agent' }],
  ]);
});

test('the seed leaves out what is null or empty', () => {
  visit(bundle, '');
  function visit(node: unknown, path: string): void {
    expect(node, path).not.toBe(null);
    if (typeof node !== 'object' || node === null) return;
    expect(Object.keys(node).length, path).toBeGreaterThan(0);
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  }
});

test('only direct quotations are longer than a phrase, and pieces of one cue stand around its source', () => {
  type Mention = { exact: string; role?: string; continues?: boolean };
  type Fact = { id: string; kind?: string; mentions: Mention[] };
  const facts: Fact[] = factTypes.flatMap(({ name }) => bundle[name]);
  const long = facts.flatMap(({ kind, mentions }) =>
    mentions.filter(
      ({ exact, role }) => [...exact].length > 80 && (kind !== 'direct' || role !== undefined),
    ),
  );
  expect(long).toEqual([]);
  const report = facts.find(({ id }) => id === 'chongyang-report-urgent-need-2024');
  expect(report?.mentions.slice(-3)).toMatchObject([
    { exact: 'laporan dari', role: 'cue' },
    { role: 'source' },
    { exact: 'mengatakan', role: 'cue', continues: true },
  ]);
});

test('the example that its README annotates is right', () => {
  const readme = readFileSync(inPackage('seed/README.md'), 'utf8');
  const [, articleText = ''] = readme.match(/^> \*(.*)\*$/m) ?? [];
  const [, quotes = ''] = readme.match(/```json\n(.*?)```/s) ?? [];
  const ada = { id: 'ada-stein', kind: 'person', name: { en: 'Ada Stein' } };
  const example = {
    article: { id: 'example', language: 'en', title: { en: 'A bridge' } },
    articleText,
    quotes: JSON.parse(quotes),
    actors: [{ ...ada, mentions: [{ exact: 'Ada Stein' }] }],
  };
  expect(createBundleReader(factTypes).read(example).faults).toEqual([]);
});

test('a second start loads nothing', async () => {
  const { store } = await withServer('seed');
  const revision = await store.revision();
  expect(await loadSeeds(store, inPackage('seed'))).toEqual([]);
  expect(await store.revision()).toBe(revision);
});

if (existsSync(textFile))
  test('nothing of the text is repeated but direct quotations and mentions', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
    const article = ` ${words(readFileSync(textFile, 'utf8')).join(' ')} `;
    visit(bundle, '');
    function visit(node: unknown, path: string): void {
      if (typeof node === 'string' && !/\/exact$|\/roles\//.test(path) && !isDirectQuote(path)) {
        const own = words(node);
        for (let at = 0; at + 6 <= own.length; at++)
          expect(article, path).not.toContain(` ${own.slice(at, at + 6).join(' ')} `);
      }
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
    }
    function isDirectQuote(path: string): boolean {
      const index = path.match(/^\/quotes\/(\d+)\/text$/)?.[1];
      return (
        (index !== undefined && bundle.quotes[index].kind === 'direct') ||
        /\/(expression|unnamedSpeaker)$/.test(path)
      );
    }
  });
