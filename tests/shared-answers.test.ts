import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type FastifyReply, fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { registerCaching } from '../src/http/caching.ts';
import { bundleOf } from './support/article.ts';
import { startServer, stopServer } from './support/server.ts';

test('the same list that is asked for twenty times at once is read once', async () => {
  const statements: string[] = [];
  const server = await startServer([bundleOf('a')], {
    observe: ({ sql }) => void statements.push(sql),
  });
  onTestFinished(() => stopServer(server));
  const countReads = async (work: () => Promise<unknown>) => {
    statements.length = 0;
    await work();
    return statements.filter((sql) => sql.includes('quotes')).length;
  };
  const once = await countReads(() => server.get('/v1/quotes?speaker=ada-stein'));
  expect(once).toBeGreaterThan(0);
  const answers: string[] = [];
  const many = await countReads(async () => {
    const asked = Array.from({ length: 20 }, () => server.ask('/v1/quotes?kind=direct'));
    answers.push(...(await Promise.all(asked)).map(({ body }) => body));
  });
  expect(many).toBe(once);
  expect(new Set(answers).size).toBe(1);
  expect(JSON.parse(answers[0] ?? '').data).toHaveLength(1);
});

type Handler = (reply: FastifyReply, turn: number) => unknown;

/** A server with one path, each of whose answers is worked out as slowly as the test likes. */
async function serveSlowly(handle: Handler) {
  const app = fastify({ forceCloseConnections: true });
  const content = { current: 1 };
  const turns: { letGo: () => void }[] = [];
  const seen = { arrived: 0, gone: 0 };
  app.addHook('onRequest', async (_request, reply) => {
    seen.arrived++;
    reply.raw.once('close', () => seen.gone++);
  });
  const { noteMark } = registerCaching(app, {
    mark: async () => String(content.current),
    knownMark: () => undefined,
  });
  app.get('/v1/slow', async (_request, reply) => {
    noteMark(String(content.current));
    const { promise, resolve } = Promise.withResolvers<void>();
    const turn = turns.push({ letGo: resolve });
    await promise;
    return handle(reply, turn);
  });
  onTestFinished(() => app.close());
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  let asked = 0;
  return {
    content,
    turns,
    /** Asks, and waits until the request has come as far as it gets by itself. */
    async ask(init?: RequestInit) {
      asked++;
      const response = fetch(`${address}/v1/slow`, init).then(async (answer) => ({
        status: answer.status,
        etag: answer.headers.get('etag') ?? '',
        text: await answer.text(),
      }));
      // It may well fail before the test looks at it.
      response.catch(() => {});
      await expect.poll(() => seen.arrived, { timeout: 10_000 }).toBe(asked);
      await setTimeout(20);
      return { response };
    },
    async isGone(count: number) {
      await expect.poll(() => seen.gone, { timeout: 10_000 }).toBe(count);
      await setTimeout(20);
    },
    letAllGo() {
      for (const { letGo } of turns) letGo();
    },
  };
}

/** Asks until an answer has come, and a revision later: what is kept of it is old. */
async function askBefore({
  ask,
  letAllGo,
  content,
  turns,
}: Awaited<ReturnType<typeof serveSlowly>>) {
  const { response } = await ask();
  letAllGo();
  const answer = await response;
  content.current++;
  turns.length = 0;
  return answer;
}

test.each<[string, RequestInit, number, string]>([
  ['GET', {}, 200, 'the answer'],
  ['HEAD', { method: 'HEAD' }, 200, ''],
  ['a GET that has it already', { headers: { 'if-none-match': '"known"' } }, 304, ''],
])('who asks meanwhile gets the answer of %s, the first', async (_, init, status, text) => {
  const server = await serveSlowly((reply) => reply.header('etag', '"known"').send('the answer'));
  await askBefore(server);
  const first = await server.ask(init);
  const others = [
    await server.ask(),
    await server.ask({ method: 'HEAD' }),
    await server.ask({ headers: { 'if-none-match': '"known"' } }),
    await server.ask({ headers: { 'if-none-match': '"another"' } }),
  ];
  server.letAllGo();
  const answers = await Promise.all([first, ...others].map(({ response }) => response));
  const whole = { status: 200, etag: '"known"', text: 'the answer' };
  expect(answers).toEqual([
    { status, etag: '"known"', text },
    whole,
    { ...whole, text: '' },
    { ...whole, status: 304, text: '' },
    whole,
  ]);
  expect(server.turns.length).toBe(1);
});

test('another encoding, and what has changed meanwhile, are worked out for themselves', async () => {
  const { ask, turns, content, letAllGo } = await serveSlowly((_, turn) => ({ turn }));
  const plain = { headers: { 'accept-encoding': 'identity' } };
  const asked = [await ask(plain), await ask({ headers: { 'accept-encoding': 'br' } })];
  content.current++;
  asked.push(await ask(plain), await ask(plain));
  expect(turns.length).toBe(3);
  letAllGo();
  const answers = await Promise.all(asked.map(({ response }) => response));
  expect(answers.map(({ text }) => JSON.parse(text).turn)).toEqual([1, 2, 3, 3]);
});

function lastingStream(): PassThrough {
  const stream = new PassThrough();
  stream.write('the beginning');
  return stream;
}

test.each<[string, Handler]>([
  [
    'fails',
    () => {
      throw new Error('it fails');
    },
  ],
  ['finds nothing', (reply) => reply.code(404).send({ text: 'nothing' })],
  ['is a stream that lasts', (reply) => reply.send(lastingStream())],
  [
    'is broken off',
    (reply) => {
      reply.hijack();
      reply.raw.destroy();
    },
  ],
  [
    'is sent past the framework',
    (reply) => {
      reply.hijack();
      reply.raw.end('past it');
    },
  ],
])('where the first answer %s, each of the others goes on by itself', async (_, handleFirst) => {
  const { ask, turns, letAllGo } = await serveSlowly((reply, turn) =>
    turn === 1 ? handleFirst(reply, turn) : 'the answer',
  );
  await ask();
  const others = [await ask(), await ask(), await ask()];
  expect(turns.length).toBe(1);
  letAllGo();
  await expect.poll(() => turns.length).toBe(4);
  letAllGo();
  for (const { response } of others)
    expect(await response).toMatchObject({ status: 200, text: 'the answer' });
});

test('where the first one hangs up, nobody waits for it any longer', async () => {
  const { ask, isGone, turns, letAllGo } = await serveSlowly((_, turn) => `answer ${turn}`);
  const impatience = new AbortController();
  await ask({ signal: impatience.signal });
  const others = [await ask(), await ask()];
  expect(turns.length).toBe(1);
  impatience.abort();
  await isGone(1);
  // The first is still being worked out.
  expect(turns.length).toBe(3);
  turns[1]?.letGo();
  turns[2]?.letGo();
  const answers = await Promise.all(others.map(({ response }) => response));
  expect(answers.map(({ text }) => text)).toEqual(['answer 2', 'answer 3']);
  letAllGo();
});

test('where one hangs up that waits, the rest is answered', async () => {
  const { ask, isGone, turns, letAllGo } = await serveSlowly(() => 'the answer');
  const impatience = new AbortController();
  const first = await ask();
  await ask({ signal: impatience.signal });
  const last = await ask();
  impatience.abort();
  await isGone(1);
  letAllGo();
  for (const { response } of [first, last])
    expect(await response).toMatchObject({ status: 200, text: 'the answer' });
  expect(turns.length).toBe(1);
});

test('an answer that was shared is kept, one that failed is not', async () => {
  const { ask, turns, letAllGo } = await serveSlowly((reply, turn) =>
    turn === 1 ? reply.code(503).send('not now') : 'the answer',
  );
  const failed = await ask();
  letAllGo();
  expect((await failed.response).status).toBe(503);
  const asked = [await ask(), await ask()];
  letAllGo();
  for (const { response } of asked) expect((await response).status).toBe(200);
  expect((await (await ask()).response).text).toBe('the answer');
  expect(turns.length).toBe(2);
});
