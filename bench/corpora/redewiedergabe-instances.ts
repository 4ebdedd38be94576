import type { CodePoints } from '../../src/text/code-points.ts';
import { type AnnotatedArticle, type Attribution, type Span, wordsOf } from './attribution.ts';
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
): Pick<AnnotatedArticle, 'attributions' | 'leftOut'> {
  const readSpeakers = createSpeakerReader(text, tokens, tally);
  const { instances, leftOut } = gather(elements, tally);
  const attributions = instances.map((instance): Attribution => {
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
  return { attributions, leftOut };
}

function gather(
  elements: readonly MarkedSpan[],
  tally: Tally,
): { instances: Instance[]; leftOut: number } {
  let leftOut = 0;
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
      if (instance === undefined) {
        tally.count(`left out: ${type} of no instance in the sample`);
        leftOut++;
      } else if (type === 'frame') instance.frames.push(element);
      else if (type === 'intExpr') instance.introductions.push(element);
      else instance.speakers.push(element);
    }
  }
  return { instances: [...instances.values()], leftOut };
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
  if (mode !== 'direct' && mode !== 'indirect') tally.count(`without a place: type ${mode}`);
  tally.count(`without a place: medium ${content}`);
  if (border !== undefined) tally.count('without a place: borderline case');
  if (prag === 'yes') tally.count('without a place: another pragmatic function');
  if (metaph === 'yes') tally.count('without a place: metaphorical');
  if (stwrnote !== undefined) tally.count('without a place: note of an annotator');
}
