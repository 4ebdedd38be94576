import { hash } from 'node:crypto';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { registerCaching } from '../src/http/caching.ts';
import { keepAnswers } from '../src/http/kept-answers.ts';

/** A server whose answers are small, some of them compressed, and what it keeps in so many bytes. */
async function serveSmallAnswers(
  mostBytes: number,
  toItem: (number: string) => { number: string; text: string } = itemOf,
) {
  const app = fastify();
  const answers = keepAnswers(mostBytes);
  const { noteMark } = registerCaching(
    app,
    { mark: async () => '1', knownMark: () => '1' },
    { answers },
  );
  app.get<{ Params: { number: string } }>('/v1/items/:number', async ({ params }, reply) => {
    noteMark('1');
    return reply
      .header('x-same', 'the same in every answer'.repeat(20))
      .send(toItem(params.number));
  });
  onTestFinished(() => app.close());
  const ask = async (number: number, encoding: string) =>
    app.inject({ url: `/v1/items/${number}`, headers: { 'accept-encoding': encoding } });
  return { answers, ask };
}

function itemOf(number: string) {
  return { number, text: `item ${number} `.repeat(200) };
}

/** What hardly gets shorter by being compressed. */
function noiseOf(number: string) {
  const hashes = Array.from({ length: 150 }, (_, at) => hash('sha512', `${number} ${at}`));
  return { number, text: hashes.join('') };
}

test('the bytes of a long kept answer lie in a buffer of their own, of exactly their size', async () => {
  const { answers, ask } = await serveSmallAnswers(1024 * 1024, noiseOf);
  for (const encoding of ['gzip', 'br', 'identity'])
    for (let number = 0; number < 10; number++) await ask(number, encoding);
  const bodies = [...answers.all()].map(({ body }) => body).filter((it) => typeof it !== 'string');
  expect(bodies.length).toBe(30);
  expect(bodies.map(({ buffer }) => buffer.byteLength)).toEqual(
    bodies.map(({ byteLength }) => byteLength),
  );
  expect(new Set(bodies.map(({ buffer }) => buffer)).size).toBe(30);
});

test('a short answer is sent again byte for byte, whatever its bytes are', async () => {
  const { ask } = await serveSmallAnswers(1024 * 1024, (number) => ({
    number,
    text: 'naïve – 訪中 '.repeat(150),
  }));
  for (const encoding of ['gzip', 'br', 'identity']) {
    const first = await ask(1, encoding);
    expect((await ask(1, encoding)).rawPayload).toEqual(first.rawPayload);
    expect(Number(first.headers['content-length'])).toBe(first.rawPayload.length);
  }
});

test('what is counted of kept answers is what they hold, whatever has come and gone', async () => {
  const mostBytes = 200_000;
  const { answers, ask } = await serveSmallAnswers(mostBytes);
  for (let number = 0; number < 300; number++) {
    await ask(number, ['gzip', 'br', 'identity'][number % 3] ?? '');
    const kept = [...answers.all()];
    const texts = new Set<string>();
    let held = 0;
    for (const { body, headers } of kept) {
      held += typeof body === 'string' ? body.length : body.buffer.byteLength;
      for (const [place, text] of headers.entries()) if (place % 2 === 1) texts.add(text);
    }
    for (const { length } of texts) held += length;
    expect(answers.bytes()).toBeGreaterThan(held);
    // What is added is for the objects of the engine, not for nothing.
    expect(answers.bytes()).toBeLessThan(held + kept.length * 1500 + 1000);
    expect(answers.bytes()).toBeLessThanOrEqual(mostBytes);
  }
  const kept = [...answers.all()].length;
  expect(kept).toBeGreaterThan(50);
  expect(kept).toBeLessThan(200);
});

test('an answer larger than all the room is sent, and nothing else has to go for it', async () => {
  const { answers, ask } = await serveSmallAnswers(3_000);
  const small = await ask(1, 'gzip');
  const large = await ask(123_456, 'identity');
  expect(large.json()).toEqual(itemOf('123456'));
  expect([...answers.all()].map(({ body }) => body)).toEqual([small.rawPayload.toString('latin1')]);
});

test('once the room is full, what is asked for once pushes out nothing, and what is asked for again is kept', async () => {
  const { answers, ask } = await serveSmallAnswers(100_000);
  const kept = () => [...answers.all()].map(({ etag }) => etag);
  for (let number = 0; number < 100; number++) await ask(number, 'identity');
  const before = kept();
  const once = await ask(1000, 'identity');
  expect(kept()).toEqual(before);
  await ask(1000, 'identity');
  expect(kept()).toContain(once.headers.etag);
  expect(answers.bytes()).toBeLessThanOrEqual(100_000);
});
