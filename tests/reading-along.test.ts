import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { place, recognize, stretchesOf } from '../src/pages/assets/find-text.js';
import { findRepairs } from '../src/verification/repairs.ts';

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');
const ferry = readFileSync(inPackage('tests/articles/night-ferry.txt'), 'utf8');

test('the browser knows a text again wherever the server would, whatever programs did to it', async () => {
  const pieces = fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '\uFEFF', 'e\u0301', '\u00e9', '🌉');
  const text = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((it) => it.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, async (one, other) => {
      const isKnown = one === other || findRepairs(other, (it) => it === one).length > 0;
      expect(await recognize(other, sha256Of(one))).toBe(isKnown ? one : null);
    }),
    {
      numRuns: 300,
      examples: [[ferry, `\uFEFF${ferry.replaceAll('\n', '\r\n')}`]],
    },
  );
});

function mention(
  text: string,
  exact: string,
  start = Array.from(text.slice(0, text.indexOf(exact))).length,
) {
  const end = start + Array.from(exact).length;
  return { start, end, exact, role: 'content', factType: 'quote', fact: 'it' };
}

test('a mention stands in its place, elsewhere, or not at all', () => {
  const text = '🌉 We will build it. It is built.';
  const there = mention(text, 'build it');
  const elsewhere = mention(text, 'We will', 9);
  const twice = mention(text, 't', 0);
  const nowhere = mention(text, 'bridge', 3);
  const { placed, missing } = place(text, [there, elsewhere, twice, nowhere]);
  expect(placed).toEqual([
    { ...there, moved: false },
    { ...elsewhere, start: 2, end: 9, moved: true },
  ]);
  expect(missing).toEqual([twice, nowhere]);
});

test('the stretches of a text are the text, each with all that is stated there', () => {
  const span = fc.tuple(fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 13 }),
      fc.array(span),
      (text, spans) => {
        const length = Array.from(text).length;
        const placed = spans
          .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) + 1 }))
          .filter(({ end }) => end <= length)
          .map((it, index) => ({
            ...mention('', '', 0),
            ...it,
            fact: String(index),
            moved: false,
          }));
        const stretches = stretchesOf(text, placed);
        expect(stretches.map((it) => it.text).join('')).toBe(text);
        for (const { start, stated } of stretches)
          expect(stated.map(({ fact }) => fact).sort()).toEqual(
            placed
              .filter((it) => it.start <= start && start < it.end)
              .map(({ fact }) => fact)
              .sort(),
          );
      },
    ),
  );
});
