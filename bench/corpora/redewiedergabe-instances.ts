import type { CodePoints } from '../../src/verification/code-points.ts';
import { type Attribution, type Span, wordsOf } from './attribution.ts';
import { createSpeakerReader } from './german-speakers.ts';
import type { Tally } from './tally.ts';
import type { MarkedSpan } from './tei.ts';

/** An instance of speech, thought or writing: the `<said>` of one id, and the `<seg>` that refer to it. */
interface Instance {
  id: string;
  pieces: MarkedSpan[];
  frames: Span[];
  introductions: Span[];
  speakers: MarkedSpan[];
}

/** The instances of a sample, in the order of the text. */
export function readInstances(
  text: CodePoints,
  elements: readonly MarkedSpan[],
  tokens: readonly Record<string, string>[],
  tally: Tally,
): Attribution[] {
  const readSpeakers = createSpeakerReader(text, tokens, tally);
  return gather(elements, tally).map((instance) => {
    const { id, pieces, frames, introductions, speakers } = instance;
    const mode = pieces[0]?.attributes.mode ?? '';
    countWhatHasNoPlace(instance, tally);
    return {
      id,
      // Reported and free indirect speech are told in the narrator's words too.
      kind: mode === 'direct' ? 'direct' : 'indirect',
      polarity: polarityOf(instance, text),
      content: pieces.map(({ start, end }) => ({ start, end })),
      cues: [...frames, ...introductions].map((cue) => [cue]),
      sources: speakers.map((speaker) => [speaker]),
      verb: introductions.length === 0 ? null : wordsOf(text, introductions),
      ...readSpeakers(speakers),
      reportedIn: instanceAround(instance),
    };
  });
}

function gather(elements: readonly MarkedSpan[], tally: Tally): Instance[] {
  const instances = new Map<string, Instance>();
  for (const element of elements) {
    if (element.name === 'note') tally.count('footnotes: a part of the text, where they stand');
    if (element.name !== 'said') continue;
    const { id = '' } = element.attributes;
    const instance = instances.get(id);
    if (instance !== undefined) instance.pieces.push(element);
    else instances.set(id, { id, pieces: [element], frames: [], introductions: [], speakers: [] });
  }
  for (const element of elements) {
    if (element.name !== 'seg') continue;
    const { id = '', type = '' } = element.attributes;
    for (const one of id.split(/\s+/)) {
      const instance = instances.get(one);
      if (instance === undefined) tally.count(`left out: ${type} of no instance in the sample`);
      else if (type === 'frame') instance.frames.push(element);
      else if (type === 'intExpr') instance.introductions.push(element);
      else instance.speakers.push(element);
    }
  }
  return [...instances.values()];
}

/** Id of the innermost instance that it is a part of. */
function instanceAround({ id, pieces }: Instance): string | null {
  const around = pieces[0]?.within.findLast(({ name, attributes }) => {
    return name === 'said' && attributes.id !== id;
  });
  return around?.attributes.id ?? null;
}

const negation =
  /(?<!\p{L})(nicht|nichts|kein\p{L}*|nie|niemals|niemand\p{L}*|nimmer|weder|ohne)(?!\p{L})/iu;

/**
 * The corpus marks what is not factual, and not why: it is denied where the frame (of what is reported, the
 * instance) has a word of negation, else hypothetical.
 */
function polarityOf({ pieces, frames }: Instance, text: CodePoints): Attribution['polarity'] {
  if (pieces.every(({ attributes }) => attributes.nonfact !== 'yes')) return 'affirmed';
  const around = frames.length > 0 ? frames : pieces;
  return negation.test(wordsOf(text, around)) ? 'denied' : 'hypothetical';
}

function countWhatHasNoPlace({ pieces }: Instance, tally: Tally): void {
  const { mode = '', content = '', border, prag, metaph, stwrnote } = pieces[0]?.attributes ?? {};
  tally.count(`type ${mode}${mode === 'direct' || mode === 'indirect' ? '' : ': as indirect'}`);
  tally.count(`medium ${content}: has no place`);
  if (border !== undefined) tally.count('borderline case: has no place');
  if (prag === 'yes') tally.count('another pragmatic function: has no place');
  if (metaph === 'yes') tally.count('metaphorical: has no place');
  if (stwrnote !== undefined) tally.count('left out: notes of annotators');
}
