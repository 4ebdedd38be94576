import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detectLanguages } from '../src/draft/language.ts';
import { run, temporaryFolder } from './support/process.ts';

test.each([
  ['Der Bürgermeister sagte am Freitag, dass die Brücke im nächsten Jahr gebaut wird.', ['de']],
  ['The mayor said on Friday that the bridge will be built within the next year.', ['en']],
  ['東京都知事は「行く」と述べた。', ['ja']],
  ['12 + 3', []],
])('the language of %j is %j', (text, languages) =>
  expect(detectLanguages(text)).toEqual(languages),
);

test('a text that may be Indonesian as well as Malay needs to be told which', async () => {
  const file = join(temporaryFolder(), 'text.txt');
  writeFileSync(file, 'Presiden mengatakan bahwa jembatan itu akan dibangun pada tahun depan.');
  const { code, stdout, stderr } = await run('src/cli.ts', ['draft', file], {
    DATABASE_URL: ':memory:',
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/its language may be .*id.*; say which by --language\n$/);
});
