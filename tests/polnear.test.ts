import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { findUnlikeAnnotations } from '../bench/corpora/lost-words.ts';
import { readPolnear } from '../bench/corpora/polnear.ts';
import { createTally } from '../bench/corpora/tally.ts';
import { toBundle } from '../bench/corpora/to-bundle.ts';
import { createBundleReader } from '../src/bundle/check.ts';
import { factTypes } from '../src/resources.ts';
import { convert, converter, folderOf, wordsOf } from './support/corpora.ts';

// A small article of our own, in the form of the corpus.

const harbour = `Harbour 🚢 stays open

“We keep it open,” Mayor Ann Lee said. “All year.”

A senior official warned that it “costs a lot” of money, and she did not deny the loss.

Critics, such as the Harbour Club, might ask for less. It is expected that ships return.
`;

/** The annotations of brat, each of an event given as role and words. */
function bratOf(text: string, events: [role: string, ...words: string[]][][]): string {
  let [lines, next] = ['', 1];
  for (const [index, annotations] of events.entries()) {
    const targets = annotations.map(([role, ...words]) => {
      const pieces = words.map((it) => {
        const start = [...text.slice(0, text.indexOf(it))].length;
        return `${start} ${start + [...it].length}`;
      });
      lines += `T${next}\t${role.replace('2', '')} ${pieces.join(';')}\t${words.join(' ')}\n`;
      return `${role}:T${next++}`;
    });
    lines += `E${index + 1}\tAttribution:T${next} ${targets.join(' ')}\n`;
  }
  return lines;
}

const annotated = `${bratOf(harbour, [
  [
    ['Content', '“We keep it open,”', '“All year.”'],
    ['Cue', 'said'],
    ['Source', 'Mayor Ann Lee'],
  ],
  [
    ['Content', 'that it “costs a lot” of money'],
    ['Cue', 'warned'],
    ['Source', 'A senior official'],
  ],
  [
    ['Content', 'the loss'],
    ['Cue', 'did not deny'],
    ['Source', 'she'],
  ],
  [
    ['Content', 'for less'],
    ['Cue', 'might ask'],
    ['Source', 'Critics, such as the Harbour Club,'],
  ],
  [
    ['Content', 'that ships'],
    ['Content2', 'return'],
    ['Cue', 'is expected'],
  ],
  [['Cue', 'stays']],
])}T90\tDiscuss 0 7\tHarbour\n#1\tAnnotatorNotes T90\ta title?\n`;

const polnear = {
  'data/metadata.tsv': [
    'compartment\tfilename\tannotators\tpublisher\tpublication_date\tauthor\ttitle\twire',
    'train\tnyt_2016-02-29_harbour-stays-\taa11|bb22\tnyt\t2016-02-29\tA. Writer\tHarbour stays open\tNone',
    'train\tnyt_2016-03-01_its-text-is-elsewhere\taa11\tnyt\t2016-03-01\tNone\tElsewhere\tAP',
  ].join('\n'),
  'data/train/text/nyt_2016-02-29_harbour-stays-.txt': harbour,
  'data/train/attributions/nyt_2016-02-29_harbour-stays-_aa11.ann': annotated,
  'data/train/attributions/nyt_2016-02-29_harbour-stays-_bb22.ann': '',
};

test('an article of PolNeAR is a bundle with what is annotated, and passes the check', () => {
  const { counts, bundles } = convert('polnear', polnear);
  expect(bundles.map(({ article }) => article.id)).toEqual([
    'nyt-2016-02-29-harbour-stays-aa11',
    'nyt-2016-02-29-harbour-stays-bb22',
  ]);
  const [bundle] = bundles;
  if (bundle === undefined) throw new Error('no bundle');
  expect(createBundleReader(factTypes).read(bundle).faults).toEqual([]);
  expect(bundle.article.source).toMatchObject({
    headline: 'Harbour stays open',
    byline: 'A. Writer',
    publisher: 'New York Times',
    published: '2016-02-29',
  });
  const id = 'nyt-2016-02-29-harbour-stays-aa11';
  expect(bundle.quotes).toMatchObject([
    {
      kind: 'direct',
      polarity: 'affirmed',
      text: 'We keep it open, All year.',
      speakers: [`${id}-mayor-ann-lee`],
      unnamedSpeaker: null,
      verb: 'said',
    },
    {
      kind: 'mixed',
      text: 'that it “costs a lot” of money',
      verbatim: ['costs a lot'],
      speakers: [],
      unnamedSpeaker: 'A senior official',
    },
    // Who ignores the polarity reads it in the text; nobody says who “she” is.
    {
      kind: 'indirect',
      polarity: 'denied',
      text: 'she did not deny the loss',
      speakers: [],
      unnamedSpeaker: null,
    },
    { kind: 'indirect', polarity: 'hypothetical', speakers: [], unnamedSpeaker: null },
    { kind: 'indirect', text: 'that ships return', verb: 'is expected', unnamedSpeaker: null },
  ]);
  expect(wordsOf(bundle, 'content')).toEqual([
    ['We keep it open,', '+ All year.'],
    ['that it', '+ costs a lot', '+ of money'],
    ['the loss'],
    ['for less'],
    ['that ships', '+ return'],
  ]);
  expect(wordsOf(bundle, 'source')).toEqual([
    ['Mayor Ann Lee'],
    ['A senior official'],
    ['she'],
    ['Critics, such as the Harbour Club,'],
    [],
  ]);
  expect(bundle.actors).toMatchObject([
    { kind: 'person', name: { en: 'Mayor Ann Lee' }, mentions: [{ exact: 'Mayor Ann Lee' }] },
  ]);
  for (const line of [
    '1  left out: attributions without a content',
    '1  left out: spans “Discuss” that are in no attribution',
    '1  left out: notes of annotators',
    '1  left out: articles whose text the repository doesn’t have',
    '1  articles with annotations that no quote can be made of',
  ])
    expect(counts).toContain(line);
  expect(counts).not.toContain('not as annotated');
});

test('a word that a mention lacks, or has too much, is noticed', () => {
  const [article] = readPolnear(folderOf(polnear), createTally());
  if (article === undefined) throw new Error('no article');
  const { quotes } = toBundle(article);
  expect(findUnlikeAnnotations(article, quotes)).toEqual([]);
  const [first, second] = quotes.map(({ mentions }) => mentions);
  first?.splice(-1);
  for (const mention of second ?? []) if (mention.role === 'cue') mention.end += 3;
  expect(findUnlikeAnnotations(article, quotes)).toEqual(['e1', 'e2']);
});

test('who names no corpus, or a folder that is none, is told what it takes', () => {
  const run = (...rest: string[]) =>
    spawnSync(process.execPath, [converter, ...rest], { encoding: 'utf8' });
  const usage = run('moby-dick', 'x', 'y');
  expect(usage.status).toBe(2);
  expect(usage.stderr).toContain('CORPUS one of polnear, redewiedergabe');
  const folder = run('polnear', tmpdir(), 'out');
  expect(folder.status).toBe(1);
  expect(folder.stderr).toContain('must be a clone of https://github.com/networkdynamics/PolNeAR');
});
