import { expect, test } from 'vitest';
import { createSeen } from '../src/loading/seen.ts';

test('what was seen is always known, and hardly anything else passes for it', () => {
  const seen = createSeen();
  const idOf = (number: number) => `quotes/the-bridge-opens-${number}-2024`;
  let mistaken = 0;
  for (let number = 0; number < 200_000; number++) if (seen.add(idOf(number))) mistaken++;
  expect(mistaken).toBeLessThan(5);
  for (let number = 0; number < 200_000; number++) expect(seen.add(idOf(number))).toBe(true);
});
