import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { factTypes } from '../src/resources.ts';
import { isOnePiece } from '../src/text/one-piece.ts';

test.each([
  ['We will wait,\nthen go.', 'We will wait, then go.'],
  ['We will wait.\n“Then we go.', 'We will wait. Then we go.'],
  ['»We will wait.\n»Then we go.', 'We will wait.\n»Then we go.'],
  ['It has a name,\n‘Patience’ it is.', 'It has a name, ‘Patience’ it is.'],
  ['It has a name,\n‘Patience’ it is.', 'It has a name,\n‘Patience’ it is.'],
  ['One.\n“‘Two’ it is.\n“Three.', 'One. ‘Two’ it is. Three.'],
  ['We will  wait,\u00a0then\r\ngo.', 'We will wait, then go.'],
  ['He said :\nwe wait', 'He said: we wait'],
  ['Some 1,200 homes, 5 %', 'Some 1,200\nhomes, 5%'],
  ['The thera\u00ad\npist is here', 'The therapist is here'],
  ['The thera\u00adpist is here', 'The therapist is here'],
  ['私たちは待\nちます。', '私たちは待ちます。'],
  ['我们会等\n待 5 年', '我们会等待5年'],
  ['เราจะ\nรอ', 'เราจะรอ'],
  ['យើងនឹង\u200bរង់ចាំ', 'យើងនឹង\nរង់ចាំ'],
  ['𠮷野\n家', '𠮷野家'],
])('the pieces %j are the text %j', (pieces, text) => {
  expect(isOnePiece(pieces, text)).toBe(true);
});

test.each([
  ['We will wait,\nthen go.', 'We will wait.'],
  ['We will wait,', 'We will wait, then go.'],
  ['We will “wait”.', 'We will wait.'],
  ['It has a name,\n‘Patience’ it is.', 'It has a name, ‘Patience it is.'],
  ['', 'Wait.'],
  ['The minister is now here near a therapist,', 'The minister is nowhere near a the rapist,'],
  ['now here', 'nowhere'],
  ['nowhere', 'now here'],
  ['We will no\nwhere go.', 'We will nowhere go.'],
  ['I am now\n“here', 'I am nowhere'],
  ['Some 1 200 homes', 'Some 1200 homes'],
  ['Some 1, 200 homes', 'Some 1,200 homes'],
  ['A $5 note', 'A$5 note'],
  ['Мы не будем ждать', 'Мы небудем ждать'],
  ['아버지가 방에', '아버지 가방에'],
  ['𐓀𐓘 𐓻𐓘', '𐓀𐓘𐓻𐓘'],
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
