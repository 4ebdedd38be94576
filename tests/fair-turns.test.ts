import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFairTurns } from '../src/store/fair-turns.ts';
import { Abandoned, Overloaded } from '../src/store/store-error.ts';

/** Askers of two works at once, ten of which may wait; a work ends when the test says so. */
function createWorkplace() {
  const turns = createFairTurns(2, 10);
  const begun: string[] = [];
  const underWay: (() => void)[] = [];
  const refused: [string, Error][] = [];
  return {
    turns,
    begun,
    refused,
    async ask(name: string, count = 1, isGone = () => false) {
      for (let index = 0; index < count; index++) {
        const work = async () => {
          begun.push(name);
          await new Promise<void>((end) => underWay.push(end));
        };
        turns.run(work, { name, isGone }).catch((error) => refused.push([name, error]));
      }
      await setImmediate();
    },
    /** Ends one after the other. */
    async endAll() {
      while (underWay.length > 0) {
        underWay.shift()?.();
        await setImmediate();
      }
      await turns.ended();
    },
  };
}

test('whoever has asked for much waits for the others after each of its works', async () => {
  const { ask, begun, endAll } = createWorkplace();
  await ask('greedy', 8);
  await ask('modest');
  await ask('another', 2);
  await endAll();
  expect(begun).toEqual([
    'greedy',
    'greedy',
    'greedy',
    'modest',
    'another',
    'greedy',
    'another',
    'greedy',
    'greedy',
    'greedy',
    'greedy',
  ]);
});

test('where too many wait, whoever has the most waiting is refused, and its oldest works stay', async () => {
  const workplace = createWorkplace();
  const { ask, refused, begun, turns } = workplace;
  await ask('greedy', 12);
  expect(turns.waiting()).toBe(10);
  await ask('modest', 2);
  expect(refused).toEqual(Array(2).fill(['greedy', expect.any(Overloaded)]));
  await ask('greedy');
  expect(refused).toHaveLength(3);
  await workplace.endAll();
  expect(begun.filter((name) => name === 'modest')).toHaveLength(2);
  expect(begun.indexOf('modest')).toBe(3);
  expect(begun.filter((name) => name === 'greedy')).toHaveLength(10);
});

test('of those who have as much waiting as anybody, the one who comes last is refused', async () => {
  const { ask, refused } = createWorkplace();
  await ask('one', 2);
  for (const name of ['one', 'two', 'three', 'four', 'five']) await ask(name, 2);
  expect(refused).toEqual([]);
  await ask('six');
  await ask('five');
  expect(refused).toEqual([
    ['one', expect.any(Overloaded)],
    ['five', expect.any(Overloaded)],
  ]);
});

test('who has gone is not worked for, and makes room', async () => {
  const workplace = createWorkplace();
  let isGone = false;
  await workplace.ask('one', 2);
  await workplace.ask('one', 10, () => isGone);
  isGone = true;
  await workplace.ask('one');
  expect(workplace.refused).toEqual(Array(10).fill(['one', expect.any(Abandoned)]));
  await workplace.endAll();
  expect(workplace.begun).toHaveLength(3);
});

test('a work that fails makes room for the next one', async () => {
  const turns = createFairTurns(1);
  const failed = turns.run(() => Promise.reject(new Error('not today')));
  const next = turns.run(async () => 'done');
  await expect(failed).rejects.toThrow('not today');
  expect(await next).toBe('done');
  await turns.ended();
});
