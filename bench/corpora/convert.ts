import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from './corpora.ts';
import { findUnlikeAnnotations } from './lost-words.ts';
import { createTally, type Tally } from './tally.ts';
import { toBundle, type WrittenBundle } from './to-bundle.ts';

// Writes each article of a corpus as a bundle, its text in it and beside it, and counts what has no place there.

const usage = 'node bench/corpora/convert.ts CORPUS FOLDER OUT';
const { read, target: out } = openCorpus(usage, process.argv.slice(2));
mkdirSync(out, { recursive: true });
const tally = createTally();
for (const article of read(tally)) {
  const bundle = toBundle(article);
  const unlike = findUnlikeAnnotations(article, bundle.quotes);
  for (const id of unlike) console.error(`${article.id}: ${id} is not as annotated`);
  tally.count('written: articles not as annotated', Math.sign(unlike.length));
  tally.count('articles with annotations that no quote can be made of', Math.sign(article.leftOut));
  countWritten(bundle, tally);
  writeFileSync(join(out, `${article.id}.json`), JSON.stringify(bundle, null, 1));
  writeFileSync(join(out, `${article.id}.txt`), article.text.text);
}
for (const line of tally.lines()) console.log(line);

function countWritten({ quotes, actors }: WrittenBundle, tally: Tally): void {
  tally.count('written: bundles');
  tally.count('written: actors', actors.length);
  for (const { kind, polarity, speakers, unnamedSpeaker, reportedIn, mentions } of quotes) {
    tally.count(`written: quotes, ${kind}`);
    tally.count(`written: quotes, ${polarity}`);
    if (reportedIn !== null) tally.count('written: quotes within another');
    if (speakers?.length) tally.count('written: quotes with speakers');
    if (unnamedSpeaker !== null) tally.count('written: quotes with an unnamed speaker');
    const pieces = mentions.filter(({ role }) => role === 'content');
    if (pieces.length > 1) tally.count(`written: quotes, ${kind}, in pieces`);
    for (const { role } of mentions) tally.count(`written: mentions, ${role}`);
  }
}
