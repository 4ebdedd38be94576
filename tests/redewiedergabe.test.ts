import { expect, test } from 'vitest';
import { createBundleReader } from '../src/bundle/check.ts';
import { factTypes } from '../src/resources.ts';
import { convert, wordsOf } from './support/corpora.ts';

// A small sample of our own, in the form of the corpus.

const tei = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>
  <fs type="metadata">
    <f name="year">1884</f><f name="title">Undefined</f><f name="author">Muster, Eva</f>
    <f name="source">mkhz.bote</f><f name="text_type">Nachrichten</f><f name="fictional">no</f>
  </fs>
  <body><p>

<said id="1" mode="direct" content="speech" level="1">»Ich warte,</said><seg id="1" type="frame" pos="mid">« <seg id="1" type="intExpr">rief</seg> <seg id="1" type="speaker">Hanne</seg>
              laut <seg id="1" type="intExpr">aus</seg>,</seg> <said id="1" mode="direct" content="speech" level="1">»weil <seg id="2" type="speaker">du</seg>
              <said id="2" mode="reported" content="thought" level="2" nonfact="yes">nie an <seg id="2" type="intExpr">Abschied</seg> denkst</said>.«</said>
              Ob <seg id="3" type="frame" pos="start">der <seg id="3" type="speaker">Schmied</seg> <seg id="3" type="intExpr">fragte</seg>,</seg> <said id="3" mode="indirect" content="speech writing" level="1" nonfact="yes">wer käme</said>?
              <note>Eine Fußnote.</note>
              <seg id="0" type="frame" pos="start">Da sagte</seg>
  </p></body></text></TEI>`;
const columns = [
  ['tok', 'pos', 'speaker'],
  ['Hanne', 'NE', 'speaker.1'],
  ['du', 'PPER', 'speaker.2'],
  ['der', 'ART', '-'],
  ['Schmied', 'NN', 'speaker.3'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

test('a sample of Redewiedergabe is a bundle with what is annotated, and passes the check', () => {
  const { counts, bundles } = convert('redewiedergabe', {
    'data/main/xml/rwk_mkhz_7-1.xml': tei,
    'data/main/tsv/rwk_mkhz_7-1.tsv': columns,
    'resources/docs/metadata.md': '| Der Bote  | bote   |\n',
  });
  expect(bundles).toHaveLength(1);
  const [bundle] = bundles;
  if (bundle === undefined) throw new Error('no bundle');
  expect(createBundleReader(factTypes).read(bundle).faults).toEqual([]);
  expect(bundle.articleText).toBe(
    '»Ich warte,« rief Hanne laut aus, »weil du nie an Abschied denkst.« Ob der Schmied fragte, wer käme? Eine Fußnote. Da sagte',
  );
  expect(bundle.article).toMatchObject({
    id: 'rwk-mkhz-7-1',
    language: 'de',
    title: { de: 'Textprobe rwk_mkhz_7-1' },
    source: { headline: null, byline: 'Muster, Eva', publisher: 'Der Bote', published: '1884' },
  });
  const id = 'rwk-mkhz-7-1';
  expect(bundle.quotes).toMatchObject([
    {
      id: `${id}-1`,
      kind: 'direct',
      text: 'Ich warte, weil du nie an Abschied denkst.',
      speakers: [`${id}-hanne`],
      unnamedSpeaker: null,
      verb: 'rief … aus',
      reportedIn: null,
    },
    {
      id: `${id}-2`,
      kind: 'indirect',
      polarity: 'denied',
      speakers: [],
      unnamedSpeaker: null,
      reportedIn: `${id}-1`,
    },
    {
      id: `${id}-3`,
      kind: 'indirect',
      polarity: 'hypothetical',
      text: 'der Schmied fragte, wer käme',
      unnamedSpeaker: 'Schmied',
      reportedIn: null,
    },
  ]);
  expect(wordsOf(bundle, 'content')).toEqual([
    ['Ich warte,', '+ weil du nie an Abschied denkst.'],
    ['nie an Abschied denkst'],
    ['wer käme'],
  ]);
  expect(wordsOf(bundle, 'cue')[0]).toEqual(['« rief Hanne laut aus,', 'rief', 'aus']);
  for (const line of [
    '1  without a place: medium thought',
    '1  without a place: type reported',
    '1  left out: frame of no instance in the sample',
    '1  footnotes: a part of the text, where they stand',
  ])
    expect(counts).toContain(line);
  expect(counts).not.toContain('not as annotated');
});
