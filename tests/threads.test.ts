import { expect, onTestFinished, test } from 'vitest';
import { createThreads, mostThreads } from '../src/http/threads.ts';
import { createFairTurns } from '../src/store/fair-turns.ts';
import { Overloaded } from '../src/store/store-error.ts';
import { bundleOf, text } from './support/article.ts';
import { withServer } from './support/server.ts';

test('others are served while a long text is compared', async () => {
  const server = await withServer([bundleOf('a')]);
  const order: string[] = [];
  const url = '/v1/articles/a/verification';
  const payload = { text: `${text}\n${'The mayor met the council. '.repeat(35_000)}` };
  const long = server.ask({ method: 'POST', url, payload }).then(({ statusCode }) => {
    order.push(`long ${statusCode}`);
  });
  for (let count = 0; count < 20; count++) {
    const { statusCode } = await server.ask(`/v1/quotes?limit=${count + 1}`);
    order.push(`short ${statusCode}`);
  }
  await long;
  expect(order).toEqual([...Array(20).fill('short 200'), 'long 200']);
});

test('of what is asked of the threads so much waits, and more is refused', async () => {
  const threads = createThreads(createFairTurns(mostThreads, 32).run);
  onTestFinished(() => threads.close());
  const module = new URL('./support/asleep.ts', import.meta.url);
  const asked = Array.from({ length: 40 }, (_, index) =>
    threads.run<number, number>(module, 'sleep', index).catch((error) => error),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter((it, index) => it === index)).toHaveLength(34);
  expect(answers.filter((it) => it instanceof Overloaded)).toHaveLength(6);
  // Afterwards, there is room again.
  expect(await threads.run(module, 'sleep', 7)).toBe(7);
});

test('what fails there fails for who asked', async () => {
  const threads = createThreads(createFairTurns(mostThreads, 32).run);
  onTestFinished(() => threads.close());
  const module = new URL('./support/asleep.ts', import.meta.url);
  await expect(threads.run(module, 'fail', 'of something')).rejects.toThrow('of something');
});
