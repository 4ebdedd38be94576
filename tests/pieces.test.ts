import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { isOnePiece } from '../src/model/pieces.ts';
import { factTypes } from '../src/resources.ts';

test.each([
  ['We will wait,\nthen go.', 'We will wait, then go.'],
  ['We will wait.\n“Then we go.', 'We will wait. Then we go.'],
  ['»We will wait.\n»Then we go.', 'We will wait.\n»Then we go.'],
  ['It has a name,\n‘Patience’ it is.', 'It has a name, ‘Patience’ it is.'],
  ['It has a name,\n‘Patience’ it is.', 'It has a name,\n‘Patience’ it is.'],
  ['One.\n“‘Two’ it is.\n“Three.', 'One. ‘Two’ it is. Three.'],
])('the pieces %j are the text %j', (pieces, text) => {
  expect(isOnePiece(pieces, text)).toBe(true);
});

test.each([
  ['We will wait,\nthen go.', 'We will wait.'],
  ['We will wait,', 'We will wait, then go.'],
  ['We will “wait”.', 'We will wait.'],
  ['It has a name,\n‘Patience’ it is.', 'It has a name, ‘Patience it is.'],
  ['', 'Wait.'],
])('the pieces %j are not the text %j', (pieces, text) => {
  expect(isOnePiece(pieces, text)).toBe(false);
});

test('words stand in a text that has something invisible within them', () => {
  const articleText = 'A spokes\u00adwoman of the town\u0083 said  that it rains.';
  const read = (unnamedSpeaker: string) =>
    createBundleReader(factTypes).read({
      article: { id: 'rain-in-town', language: 'en', title: { en: 'Rain' } },
      articleText,
      quotes: [
        {
          id: 'it-rains-in-town',
          kind: 'indirect',
          text: 'It rains.',
          unnamedSpeaker,
          mentions: [{ exact: 'it rains' }],
        },
      ],
    }).faults;
  expect(read('A spokeswoman of the town')).toEqual([]);
  expect(read('A spokesman of the town')).toMatchObject([{ pointer: '/quotes/0/unnamedSpeaker' }]);
});
