import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../src/input.ts';
import type { AnnotatedArticle } from './attribution.ts';
import { readInstances } from './redewiedergabe-instances.ts';
import { readTable } from './table.ts';
import type { Tally } from './tally.ts';
import { parseTei } from './tei.ts';
import { toSlug } from './to-bundle.ts';

/** The samples of the main corpus: its TEI files, and beside them the same in columns for the parts of speech. */
export function* readRedewiedergabe(folder: string, tally: Tally): Generator<AnnotatedArticle> {
  const [xml, tsv] = ['xml', 'tsv'].map((form) => join(folder, 'data', 'main', form));
  if (xml === undefined || tsv === undefined) return;
  const periodicals = readPeriodicals(join(folder, 'resources', 'docs', 'metadata.md'));
  for (const file of readdirSync(xml).sort()) {
    if (!file.endsWith('.xml')) continue;
    const name = file.slice(0, -'.xml'.length);
    const { text, elements, features } = parseTei(readText(join(xml, file)));
    for (const field of ['dialect', 'narrative', 'perspective', 'quotes', 'sample_id'])
      if (features[field] !== undefined) tally.count(`without a place: ${field} of a sample`);
    yield {
      id: toSlug(name),
      ...describe(name, features, periodicals),
      text,
      ...readInstances(text, elements, readTable(join(tsv, `${name}.tsv`)), tally),
    };
  }
}

/** The names of the periodicals by their shorthands, from a table of the corpus's documentation. */
function readPeriodicals(file: string): Map<string, string> {
  const rows = existsSync(file) ? readText(file).matchAll(/^\| (.+?) +\| ([a-z]+) +\|$/gm) : [];
  return new Map(Array.from(rows, ([, name = '', shorthand = '']) => [`mkhz.${shorthand}`, name]));
}

function describe(
  name: string,
  { title, author, year, source = '', text_type: type, fictional }: Record<string, string>,
  periodicals: ReadonlyMap<string, string>,
) {
  const known = (value: string | undefined) => (value && value !== 'Undefined' ? value : null);
  const kinds = [known(type), fictional === 'yes' ? 'fiktional' : 'nicht fiktional'];
  return {
    language: 'de',
    title: known(title) ?? `Textprobe ${name}`,
    description: kinds.filter((it) => it !== null).join(', '),
    source: {
      headline: known(title),
      byline: known(author),
      publisher: source === 'grenz' ? 'Die Grenzboten' : (periodicals.get(source) ?? null),
      published: known(year),
    },
  };
}
