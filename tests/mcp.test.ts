import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, connect, eras, type Fact, overHttp } from './support/mcp.ts';
import { readPage } from './support/pages.ts';
import { startServer, stopServer, type TestServer } from './support/server.ts';

let server: TestServer;
let address: string;

beforeAll(async () => {
  server = await startServer('seed');
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => stopServer(server));

test('all tools together are told in less than 12 KB, and only read', async () => {
  const { tools } = await (await connect(overHttp(address))).listTools();
  expect(Buffer.byteLength(JSON.stringify({ tools }))).toBeLessThan(12_000);
  for (const { annotations } of tools)
    expect(annotations).toEqual({ readOnlyHint: true, openWorldHint: false });
});

/** The page’s table: each tool, and the operations that it asks. */
function documentedTools(): Map<string, string[]> {
  const rows = readPage('docs/mcp.md').matchAll(/^\| `(\w+)` \|.*\| ([^|]+) \|$/gm);
  return new Map(
    Array.from(rows, ([, name = '', operations = '']) => [
      name,
      [...operations.matchAll(/`(\w+)`/g)].map(([, id = '']) => id),
    ]),
  );
}

test('every tool is in its table, and takes what the operations named there take', async () => {
  const { tools } = await (await connect(overHttp(address))).listTools();
  const documented = documentedTools();
  expect(tools.map(({ name }) => name)).toEqual([...documented.keys()]);
  const operations = Object.values(server.document.paths)
    .flatMap((path) => Object.values(path))
    .flat() as unknown as Operation[];
  // What tools have for themselves.
  const own = ['get_facts type', 'get_facts ids', 'list_facts type', 'resolve_name name'];
  for (const { name, inputSchema } of tools)
    for (const [parameter, schema] of Object.entries(inputSchema.properties ?? {})) {
      if (own.includes(`${name} ${parameter}`)) continue;
      const asked = operations.filter((it) => documented.get(name)?.includes(it.operationId));
      const declared = asked.flatMap((it) => [
        ...(it.parameters ?? []).filter((its) => its.name === parameter).map((its) => its.schema),
        ...propertiesOf(it)
          .filter(([its]) => its === parameter)
          .map(([, its]) => its),
      ]);
      expect(declared.length, `${name} ${parameter}`).toBeGreaterThan(0);
      const { type } = schema as Schema;
      for (const its of declared.filter((it) => it.type !== undefined))
        expect(type, `${name} ${parameter}`).toBe(its.type);
    }
});

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
}
interface Operation {
  operationId: string;
  parameters?: { name: string; schema: Schema }[];
  requestBody?: { content: { 'application/json'?: { schema: Schema } } };
}
function propertiesOf({ requestBody }: Operation) {
  const { $ref = '' } = requestBody?.content['application/json']?.schema ?? {};
  const component = server.document.components.schemas[$ref.split('/').at(-1) ?? ''];
  return Object.entries((component as Schema | undefined)?.properties ?? {});
}

test.each(eras)(
  'an agent learns what the Kremlin said, and where that stands (%s)',
  async (era) => {
    const client = await connect(overHttp(address), era);
    const question =
      'What did the Kremlin say would be discussed, and where does the article say so?';
    const found = await call(client, 'search_facts', { q: question, type: ['quote'], limit: 3 });
    const said = found.answer.facts.find(({ speakers }) =>
      JSON.stringify(speakers).includes('"kremlin"'),
    );
    const whole = await call(client, 'get_facts', { type: 'quote', ids: [said?.id] });
    expect(whole.answer.facts).toMatchObject([
      {
        kind: 'direct',
        article: 'putin-china-visit-2024',
        speakers: [{ id: 'kremlin' }],
        mentions: [
          { start: 618, end: 625, exact: 'Kremlin', role: 'source' },
          { start: 626, end: 636, role: 'cue' },
          { start: 658, end: 947, exact: expect.stringMatching(/^membahas secara rinci/) },
        ],
      },
    ]);
    const bytes = Buffer.byteLength(JSON.stringify([found.content, whole.content]));
    expect(bytes).toBeLessThan(6 * 1024);
  },
);

test('the session that its page shows is answered as printed', async () => {
  const [, , asked = '', printed = ''] = [
    ...readPage('docs/mcp.md').matchAll(/```json\n(.*?)```/gs),
  ].map(([, json]) => json);
  const client = await connect(overHttp(address));
  const { answer } = await call(client, 'search_facts', JSON.parse(asked));
  expect(answer.facts[1]).toMatchObject(JSON.parse(printed));
});

test('every tool answers', async () => {
  const client = await connect(overHttp(address));
  const asked = { q: '"tanpa batas"' };
  expect((await call(client, 'who_said', asked)).answer.facts[0]?.mentions[0]).toEqual({
    start: 127,
    end: 138,
    exact: 'tanpa batas',
  });
  const { answer: resolved } = await call(client, 'resolve_name', { name: 'President Putin' });
  expect(resolved.candidates[0]).toMatchObject({ type: 'actor', id: 'vladimir-putin' });
  const filters = { type: 'event', place: 'harbin', kind: ['visit'], status: 'expected' };
  const { answer: listed } = await call(client, 'list_facts', filters);
  expect(listed.facts.map(({ id }) => id)).toContain('putin-harbin-visit-2024');
  const years = { interval: 'year', from: '1949-01-01', to: '1950-01-01' };
  expect((await call(client, 'timeline', years)).answer.intervals).toEqual([
    { period: '1949', count: 1 },
  ]);
  const { answer: met } = await call(client, 'connections', { actor: 'xi-jinping', limit: 1 });
  expect(met.connections[0]?.actor.id).toBe('vladimir-putin');
  const text = { article: 'putin-china-visit-2024', text: 'Kremlin' };
  expect((await call(client, 'verify_text', text)).answer.counts.matching).toBe(0);
});

test('a page goes on where the one before ended', async () => {
  const client = await connect(overHttp(address));
  const all = await call(client, 'list_facts', { type: 'quote', limit: 50 });
  const read: Fact[] = [];
  for (let cursor: string | null = null, pages = 0; pages < 20; pages++) {
    const given: Record<string, unknown> = { type: 'quote', limit: 3, cursor };
    const { answer } = await call(client, 'list_facts', given);
    read.push(...answer.facts);
    cursor = answer.next ?? null;
    if (cursor === null) break;
  }
  expect(read).toEqual(all.answer.facts);
});

test('whatever words are looked for, a tool finds what the route finds', async () => {
  const client = await connect(overHttp(address));
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('Putin', 'a'),
  );
  await fc.assert(
    fc.asyncProperty(words, async (q) => {
      const response = await server.app.inject({ url: '/v1/search', query: { q, limit: '10' } });
      const { isError, answer } = await call(client, 'search_facts', { q });
      expect(isError ?? false).toBe(response.statusCode !== 200);
      if (isError || answer.hint !== undefined) return;
      const ids = response.json().data.map((it: Fact) => it.id);
      expect(answer.facts.map(({ id }) => id)).toEqual(ids);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['search_facts', 'q must be given.', {}],
  ['search_facts', 'q must be a text', { q: { a: 1 } }],
  ['search_facts', 'q must be a text', { q: ['one', 'other'] }],
  ['search_facts', 'article must be a text, or a list of texts', { q: 'x', article: [{ a: 1 }] }],
  ['search_facts', 'limit must be at most 50', { q: 'x', limit: 51 }],
  ['search_facts', 'limit must be a whole number', { q: 'x', limit: 'many' }],
  ['search_facts', 'did you mean limit?', { q: 'x', lmit: 3 }],
  ['search_facts', 'fewer or shorter', { q: 'x'.repeat(100_000) }],
  ['search_facts', 'NUL', { q: 'a\0b' }],
  ['search_facts', 'cursor is not one that this server gave', { q: 'x', cursor: 'x' }],
  ['who_said', 'did you mean vladimir-putin?', { speaker: 'Vladimir Putin' }],
  ['get_facts', 'type must be one of', { type: 'qoute', ids: ['x'] }],
  ['get_facts', 'at most 50', { type: 'quote', ids: Array(51).fill('x') }],
  ['list_facts', 'speaker is not a parameter here', { type: 'event', speaker: 'kremlin' }],
  ['list_facts', 'did you mean visit?', { type: 'event', kind: 'visitt' }],
  ['timeline', 'of 2024 the first is 2024-01-01', { from: '2024' }],
  ['connections', 'did you mean vladimir-putin?', { actor: 'putin' }],
  ['connections', 'There is no actor', { actor: '../quotes' }],
  ['connections', 'There is no actor with the id ".."; list_facts (type actor)', { actor: '..' }],
  ['connections', 'There is no actor with the id "."', { actor: '.' }],
  ['connections', 'actor must be a text', { actor: ['xi-jinping', 'kremlin'] }],
  ['connections', 'actor must be given', { actor: [] }],
  ['connections', 'There is no actor', { actor: 'half a pair: \ud800' }],
  ['verify_text', 'did you mean putin-china-visit-2024?', { article: 'putin', text: 'x' }],
  ['verify_text', 'There is no article with the id ".."', { article: '..', text: 'x' }],
  ['verify_text', 'text', { article: 'putin-china-visit-2024', text: 3 }],
])('what is wrong for %s is told: %s', async (name, expected, given) => {
  const { isError, text } = await call(await connect(overHttp(address)), name, given);
  expect({ isError, text }).toEqual({ isError: true, text: expect.stringContaining(expected) });
});

test('a list of one is taken for the one, and null for what isn’t given', async () => {
  const client = await connect(overHttp(address));
  const answers = async (name: string, ...ways: Record<string, unknown>[]) => {
    const [first, ...others] = await Promise.all(ways.map((it) => call(client, name, it)));
    expect(first?.isError, name).toBeUndefined();
    for (const other of others) expect(other.text).toBe(first?.text);
  };
  const actor = 'vladimir-putin';
  await answers('connections', { actor }, { actor: [actor], limit: [10], cursor: null });
  await answers('list_facts', { type: 'quote' }, { type: ['quote'], speaker: null });
  await answers('resolve_name', { name: 'Putin' }, { name: ['Putin'], type: null });
});

test('a tool takes what it publishes, and names that where something else is given', async () => {
  const client = await connect(overHttp(address));
  const { tools } = await client.listTools();
  for (const { name, inputSchema } of tools) {
    const { isError, text } = await call(client, name, { bogus: 1, q: 'x' });
    const [first] = text.split('\n');
    expect([isError, first]).toEqual([
      true,
      `bogus is not a parameter here; there are ${Object.keys(inputSchema.properties ?? {}).join(', ')}`,
    ]);
  }
});

test('what list_facts says of a filter that another type has, it publishes', async () => {
  const client = await connect(overHttp(address));
  const { tools } = await client.listTools();
  const { properties = {} } = tools.find(({ name }) => name === 'list_facts')?.inputSchema ?? {};
  for (const [type, filter] of [
    ['article', 'speaker'],
    ['quote', 'participant'],
    ['actor', 'status'],
    ['place', 'unit'],
    ['event', 'sha256'],
    ['statistic', 'partOf'],
  ] as const) {
    const { text } = await call(client, 'list_facts', { type, [filter]: 'x' });
    const [, names = ''] = / is not a parameter here; there are ([\w, ]+)/.exec(text) ?? [];
    expect(names, text).toContain('limit');
    for (const name of names.split(', ')) expect(properties).toHaveProperty(name);
  }
});

test('facts are found by what their articles state of them', async () => {
  const client = await connect(overHttp(address));
  const idsOf = async (given: Record<string, unknown>) =>
    (await call(client, 'list_facts', given)).answer.facts.map(({ id }) => id);
  const { wikidata } = await server.get<{ wikidata: string }>('/v1/actors/vladimir-putin');
  expect(await idsOf({ type: 'actor', wikidata: [wikidata] })).toEqual(['vladimir-putin']);
});

test('an answer that is cut still says which id was wrong', async () => {
  const client = await connect(overHttp(address));
  const article = ['putin-china-visit-2024', 'nope-x'];
  const { answer: cut } = await call(client, 'timeline', { interval: 'day', article });
  expect(cut).toMatchObject({ complete: false, hint: expect.stringContaining('go on with from') });
  expect(cut.hint).toContain('article: there is no article nope-x');
  const some = { q: 'Putin zyzzyva', article };
  const { answer: loose } = await call(client, 'search_facts', some);
  expect(loose.hint).toContain('these have some of them');
  expect(loose.hint).toContain('article: there is no article nope-x');
});

test('an id that nothing has is answered with what was meant, as a tool asks for it', async () => {
  const client = await connect(overHttp(address));
  const { answer } = await call(client, 'who_said', { speaker: 'putin' });
  expect(answer).toEqual({
    facts: [],
    hint: 'speaker: there is no actor putin; did you mean vladimir-putin? list_facts (type actor, q "putin") looks for others.',
  });
});

test.each(eras)('facts are resources, whole, and their ids are completed (%s)', async (era) => {
  const client = await connect(overHttp(address), era);
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain(
    'article-facts://actors/{id}',
  );
  const ref = { type: 'ref/resource', uri: 'article-facts://actors/{id}' } as const;
  const argument = { name: 'id', value: 'vladimir-pu' };
  const { values } = (await client.complete({ ref, argument })).completion;
  expect(values).toEqual(['vladimir-putin']);
  const { contents } = await client.readResource({ uri: 'article-facts://actors/vladimir-putin' });
  const { body } = await server.app.inject('/v1/actors/vladimir-putin');
  expect(JSON.parse((contents[0] as { text: string }).text)).toEqual(JSON.parse(body));
  await expect(client.readResource({ uri: 'article-facts://actors/putin' })).rejects.toThrow(
    'did you mean vladimir-putin?',
  );
  await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow();
});

test('prompts are written with what is given, and refuse what is missing', async () => {
  const client = await connect(overHttp(address));
  const { prompts } = await client.listPrompts();
  for (const { name, arguments: needed = [] } of prompts) {
    const given = Object.fromEntries(needed.map((it) => [it.name, `some ${it.name}`]));
    const { messages } = await client.getPrompt({ name, arguments: given });
    for (const words of Object.values(given)) expect(JSON.stringify(messages)).toContain(words);
    await expect(client.getPrompt({ name, arguments: {} })).rejects.toThrow('must be given');
  }
});

test('a tool that there isn’t is an error of the protocol, and names those there are', async () => {
  const client = await connect(overHttp(address));
  await expect(client.callTool({ name: 'put_bundle', arguments: {} })).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining('search_facts'),
  });
});
