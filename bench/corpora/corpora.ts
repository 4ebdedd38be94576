import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedArticle } from './attribution.ts';
import { readPolnear } from './polnear.ts';
import { readRedewiedergabe } from './redewiedergabe.ts';
import type { Tally } from './tally.ts';

const corpora = {
  polnear: { repository: 'https://github.com/networkdynamics/PolNeAR', read: readPolnear },
  redewiedergabe: {
    repository: 'https://github.com/redewiedergabe/corpus',
    read: readRedewiedergabe,
  },
};

/** Reads a corpus by its name, out of a clone of its repository; ends the program where that can't be. */
export function openCorpus(
  usage: string,
  [name = '', folder = '', target = '']: readonly string[],
): { read(tally: Tally): Iterable<AnnotatedArticle>; target: string } {
  const corpus = Object.entries(corpora).find(([it]) => it === name)?.[1];
  if (corpus === undefined || target === '') {
    console.error(`usage: ${usage}, CORPUS one of ${Object.keys(corpora).join(', ')}`);
    process.exit(2);
  }
  if (!existsSync(join(folder, 'data'))) {
    console.error(`${folder}: has no folder “data”: it must be a clone of ${corpus.repository}`);
    process.exit(1);
  }
  return { read: (tally) => corpus.read(folder, tally), target };
}
