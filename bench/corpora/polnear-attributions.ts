import type { CodePoints } from '../../src/text/code-points.ts';
import {
  type AnnotatedArticle,
  type Attribution,
  type Name,
  type Span,
  spoken,
  wordsOf,
} from './attribution.ts';
import type { BratEvent, BratFile } from './brat.ts';
import { readSource } from './english-sources.ts';
import { type Capitals, findCapitals } from './english-words.ts';
import type { Tally } from './tally.ts';

/** The attributions of one annotation file, in the order of the text. */
export function readAttributions(
  brat: BratFile,
  text: CodePoints,
  tally: Tally,
): Pick<AnnotatedArticle, 'attributions' | 'leftOut'> {
  const capitals = findCapitals(text.text);
  let leftOut = countLeftOut(brat, tally);
  const attributions = brat.events
    .flatMap((event) => {
      const piecesOf = (role: string) => findPieces(event, role, brat);
      const content = piecesOf('Content').flat();
      if (content.length === 0) {
        const isEmpty = event.arguments.length === 0;
        if (!isEmpty) leftOut++;
        tally.count(`left out: attributions without ${isEmpty ? 'any words' : 'a content'}`);
        return [];
      }
      const [sources, cues] = [piecesOf('Source'), piecesOf('Cue')];
      const cue = cues.map((pieces) => wordsOf(text, pieces)).join(' … ');
      const attribution: Attribution = {
        id: event.id.toLowerCase(),
        kind: null,
        polarity: polarityOf(cue),
        content: content.sort((one, other) => one.start - other.start),
        cues,
        sources,
        verb: cue === '' ? null : cue,
        ...readSources(sources, text, capitals, tally),
        // The guidelines forbid nesting.
        reportedIn: null,
      };
      return [attribution];
    })
    .sort((one, other) => (one.content[0]?.start ?? 0) - (other.content[0]?.start ?? 0));
  return { attributions, leftOut };
}

/** The annotations that have a role in an event; a second one of a role has a number behind it. */
function findPieces({ arguments: those }: BratEvent, role: string, brat: BratFile): Span[][] {
  return those.flatMap((argument) => {
    const pieces = brat.textBounds.get(argument.target)?.pieces;
    return pieces === undefined || argument.role.replace(/\d+$/, '') !== role ? [] : [pieces];
  });
}

const negations = new Set('not no never nor neither cannot without'.split(' '));
const modals = new Set('may might could would should'.split(' '));

/** By the guidelines, a cue has its negation and its modal verbs in it (“did not say”, “might say”). */
function polarityOf(cue: string): Attribution['polarity'] {
  const words = cue.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  if (words.some((word) => negations.has(word) || /n[’']t$/.test(word))) return 'denied';
  return words.some((word) => modals.has(word)) ? 'hypothetical' : 'affirmed';
}

/** Whom the sources name. */
function readSources(
  sources: readonly Span[][],
  text: CodePoints,
  capitals: Capitals,
  tally: Tally,
): { names: Name[]; unnamedSpeaker: string | null } {
  if (sources.length === 0) tally.count('source absent: no speaker');
  const read = sources.flatMap((pieces) => {
    const [first] = pieces;
    if (first === undefined) return [];
    const { reading, names } = readSource(text.slice(first.start, first.end), capitals);
    tally.count(`source ${reading}: ${spoken[reading]}`);
    return [
      {
        names: names.map(({ offset, ...name }) => {
          const start = text.positionOf(text.offsetOf(first.start) + offset);
          return { ...name, at: { start, end: start + [...name.text].length } };
        }),
        unnamed: reading === 'unnamed' ? wordsOf(text, pieces) : null,
      },
    ];
  });
  const unnamed = read.flatMap((it) => it.unnamed ?? []);
  return {
    names: read.flatMap(({ names }) => names),
    unnamedSpeaker: unnamed.length === 0 ? null : unnamed.join(' … '),
  };
}

/** Counts what is in the file and no part of an attribution; remarks of the annotators are none. */
function countLeftOut({ textBounds, events, notes, otherLines }: BratFile, tally: Tally): number {
  const used = new Set(events.flatMap(({ arguments: those }) => those.map((it) => it.target)));
  let leftOut = 0;
  for (const [id, { type }] of textBounds) {
    if (used.has(id) || type.startsWith('Attribution')) continue;
    tally.count(`left out: spans “${type}” that are in no attribution`);
    if (['Content', 'Cue', 'Source'].includes(type)) leftOut++;
  }
  tally.count('left out: notes of annotators', notes);
  tally.count('lines that go on with the words of one before', otherLines);
  return leftOut;
}
