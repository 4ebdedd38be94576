import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { draftBundle } from '../src/draft/draft.ts';
import { createNames } from '../src/draft/names.ts';
import { factTypes } from '../src/resources.ts';
import { run, temporaryFolder } from './support/process.ts';

const { read } = createBundleReader(factTypes);

test('whatever the text, a draft lies in it, and only what a person has to fill in is missing', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    '»',
    '「',
    '」',
    '\n\n',
    ' ',
    '3,5',
    '2024',
    '%',
    'Rp',
    'said',
    '🌉',
    'e\u0301',
    '5 May 2021',
    'करोड़',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((it) => it.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'id', 'hi'), (text, language) => {
      if (text === '' || !text.isWellFormed() || text.includes('\0')) return;
      const names = { named: [], ambiguous: [] };
      const { bundle } = draftBundle({ text, id: 'draft', language, names });
      for (const { pointer, detail } of read(JSON.parse(JSON.stringify(bundle)), text).faults)
        expect(`${pointer} ${detail}`).toMatch(
          /has to be filled in|cuts a character|combining marks/,
        );
    }),
    { numRuns: 100 },
  );
});

test('a draft takes a time that grows with its text, not with the square of its length', () => {
  const names = createNames();
  const name = { ja: '京都' };
  names.add({ list: 'places', id: 'kyoto', kind: 'city', name });
  const time = (text: string) => {
    const begin = performance.now();
    draftBundle({ text, id: 'long', language: 'en', names: names.find(text) });
    return performance.now() - begin;
  };
  for (const piece of ['京都', '2024-05-14 ', '$5 million ', '“a”, ']) {
    time(piece);
    // Eight times the text: sixty-four times the time would be that of the square.
    const [short, long] = [time(piece.repeat(8_000)), time(piece.repeat(64_000))];
    expect(long / Math.max(short, 50), JSON.stringify(piece)).toBeLessThan(30);
  }
}, 60_000);

test.each([
  [
    '--id',
    'Night Ferry',
    'It must be words of a–z and 0–9 joined by hyphens, at most 96 characters',
  ],
  ['--id', 'a'.repeat(97), 'at most 96 characters'],
  ['--language', 'English', 'It must be a language tag (BCP 47), like id or en-GB'],
])('%s %s is refused, and told what is expected', async (option, value, expected) => {
  const { code, stdout, stderr } = await run('src/cli.ts', ['draft', 'text.txt', option, value]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(expected);
});

test.each([
  ['Éléphants à Łódź.txt', 'elephants-a-odz'],
  [
    `${'long-name-'.repeat(12)}.txt`,
    'long-name-long-name-long-name-long-name-long-name-long-name-long-name-long-name-long-name-long',
  ],
  ['2024_05 (final).v2.txt', '2024-05-final-v2'],
])('of the name %s an id is made', async (name, id) => {
  const folder = temporaryFolder();
  const file = join(folder, name);
  writeFileSync(file, 'She said: “It sails again.”');
  const env = { DATABASE_URL: `file:${join(folder, 'facts.db')}` };
  const { stdout } = await run('src/cli.ts', ['draft', file, '--language', 'en'], env);
  const bundle = JSON.parse(stdout);
  expect(bundle.article.id).toBe(id);
  const { faults } = read(
    JSON.parse(stdout.replaceAll('‹fill in›', 'Ferry')),
    'She said: “It sails again.”',
  );
  expect(faults).toEqual([]);
});

test('of a name without letters of a–z no id is made', async () => {
  const folder = temporaryFolder();
  const file = join(folder, '渡轮.txt');
  writeFileSync(file, '她说：“好的。”');
  const { code, stderr } = await run('src/cli.ts', ['draft', file, '--language', 'zh'], {
    DATABASE_URL: ':memory:',
  });
  expect([code, stderr]).toEqual([1, `${file}: its name makes no id; say one by --id\n`]);
});

test('the command writes a bundle that is right once it is filled in, and tells what has no place', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Night Ferry.txt');
  const text = 'On 1 June 2025 Vladimir Putin said: “It sails again.” It cost 3.2 million euros.';
  writeFileSync(file, text);
  const env = { DATABASE_URL: `file:${join(folder, 'facts.db')}` };
  const { code, stdout, stderr } = await run(
    'src/cli.ts',
    ['draft', file, '--language', 'en'],
    env,
  );
  expect([code, stderr]).toEqual([
    0,
    'date: “1 June 2025” at 3–14 is 2025-06-01: put it where it belongs\n',
  ]);
  const bundle = JSON.parse(stdout);
  expect(bundle).toMatchObject({
    article: { id: 'night-ferry', title: { en: '‹fill in›' } },
    quotes: [{ text: 'It sails again.' }],
    actors: [{ id: 'vladimir-putin', kind: 'person' }],
    statistics: [{ value: 3_200_000, unit: { code: 'EUR' } }],
  });
  const draftFile = join(folder, 'draft.json');
  writeFileSync(draftFile, stdout);
  const checked = await run('src/cli.ts', ['check', draftFile, '--text', file], env);
  expect(checked.stderr.split('\n').slice(0, -1)).toEqual([
    `${draftFile} /article/title/en: has to be filled in`,
    `${draftFile} /statistics/0/label/en: has to be filled in`,
  ]);
  const filled = JSON.parse(stdout.replaceAll('‹fill in›', 'The ferry'));
  expect(read(filled, text).faults).toEqual([]);
});
