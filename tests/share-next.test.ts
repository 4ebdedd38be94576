import { expect, test } from 'vitest';
import { shareNext } from '../src/store/postgres/share-next.ts';

test('who asks while an answer is under way gets the next one, together with all others who do', async () => {
  const asked: ((answer: string) => void)[] = [];
  const ask = shareNext(() => new Promise<string>((resolve) => asked.push(resolve)));
  const first = ask();
  // Whatever the first one sees, it may have looked before these asked.
  const others = [ask(), ask(), ask()];
  expect(asked).toHaveLength(1);
  asked[0]?.('before');
  expect(await first).toBe('before');
  asked[1]?.('behind');
  expect(await Promise.all(others)).toEqual(['behind', 'behind', 'behind']);
  const last = ask();
  asked[2]?.('last');
  expect([await last, asked.length]).toEqual(['last', 3]);
});

test('an answer that fails is that of those who share it, and the next is asked for none the less', async () => {
  let count = 0;
  const ask = shareNext(async () => {
    if (++count === 1) throw new Error('the connection was lost');
    return count;
  });
  const [first, ...others] = await Promise.allSettled([ask(), ask(), ask()]);
  expect(first.status).toBe('rejected');
  expect(others).toEqual([2, 2].map((value) => ({ status: 'fulfilled', value })));
});
