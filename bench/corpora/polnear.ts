import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../src/input.ts';
import { codePointsOf } from '../../src/text/code-points.ts';
import type { AnnotatedArticle } from './attribution.ts';
import { parseBrat } from './brat.ts';
import { readAttributions } from './polnear-attributions.ts';
import { readTable } from './table.ts';
import type { Tally } from './tally.ts';
import { toSlug } from './to-bundle.ts';

/** As the README of the corpus has them. */
const publishers: Record<string, string> = {
  'huff-post': 'Huffington Post',
  breitbart: 'Breitbart',
  nyt: 'New York Times',
  politico: 'Politico',
  'wash-post': 'Washington Post',
  'west-journal': 'Western Journalism',
  'usa-today': 'USA Today',
};

/** The articles of PolNeAR, each as often as somebody annotated it. */
export function* readPolnear(folder: string, tally: Tally): Generator<AnnotatedArticle> {
  for (const row of readTable(join(folder, 'data', 'metadata.tsv'))) {
    const { compartment = '', filename = '' } = row;
    const textFile = join(folder, 'data', compartment, 'text', `${filename}.txt`);
    if (!existsSync(textFile)) {
      tally.count('left out: articles whose text the repository doesn’t have');
      continue;
    }
    const text = codePointsOf(readText(textFile));
    for (const field of ['compartment', 'level', 'credit', 'wire'])
      if (known(row[field]) !== null) tally.count(`without a place: ${field} of an article`);
    const annotations = join(folder, 'data', compartment, 'attributions');
    const files = readdirSync(annotations).filter(
      (name) => name.startsWith(`${filename}_`) && name.endsWith('.ann'),
    );
    for (const file of files) {
      const annotator = file.slice(filename.length + 1, -'.ann'.length);
      if (file !== files[0])
        tally.count('further annotations of an article: articles of their own');
      yield {
        id: toSlug(files.length > 1 ? `${filename} ${annotator}` : filename),
        ...describe(row),
        text,
        ...readAttributions(parseBrat(readText(join(annotations, file))), text, tally),
      };
    }
  }
}

function describe({
  filename = '',
  title = '',
  author = '',
  publisher = '',
  publication_date: day = '',
}: Record<string, string>) {
  return {
    language: 'en',
    title: known(title) ?? filename,
    description: null,
    source: {
      headline: known(title),
      byline: known(author),
      publisher: publishers[publisher] ?? null,
      published: known(day),
    },
  };
}

function known(value = ''): string | null {
  return value === 'None' || value === '' ? null : value;
}
