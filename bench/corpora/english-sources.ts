import type { Name } from './attribution.ts';
import { type Capitals, isCapital } from './english-words.ts';
import { isBody, kindOfName } from './kind-of-name.ts';

/** Who the words of a source name: names with their place in the words, or nobody by name, or that isn't plain. */
export interface NamedSource {
  reading: 'named' | 'unnamed' | 'pronoun' | 'undecided';
  names: (Omit<Name, 'at'> & { offset: number })[];
}

const setOf = (words: string) => new Set(words.split(' '));
const pronouns = setOf(
  'i me my we us our you your he him his she her it its they them their who whom whose which that this these those one himself herself themselves itself myself whoever',
);
/** What begins a source without a name, whatever follows. */
const quantifiers = setOf(
  'a an some many most several few fewer more other others another all each every any one two three four five six no half hundreds thousands anyone anybody everyone everybody someone somebody nobody none',
);
const prepositions = setOf('of in at from by on for about to near around against as with like');
/** Small words within names of people. */
const particles = setOf('de la van von der den bin al du');

/**
 * Reads the words of a source. It is named where it ends, before or after its first comma, in words with
 * capitals (“the manager, Ann Lee,”). It has no name where no word has a capital, or where it begins like
 * “some” or ends like “officials”. Whatever is neither stays undecided.
 */
export function readSource(words: string, capitals: Capitals): NamedSource {
  const tokens = tokensOf(words);
  const as = (reading: NamedSource['reading'], names: NamedSource['names'] = []) => {
    return { reading, names };
  };
  if (tokens.every(({ word }) => pronouns.has(word.toLowerCase()))) return as('pronoun');
  // “Q” and “A” of an interview.
  if (/^\p{Lu}$/u.test(words)) return as('undecided');

  const [head = '', second = ''] = words.split(/[,;:(—–]| who | which | that | with /u);
  const apposed = tokensOf(second);
  const isApposed = apposed.length > 1 && apposed.every(({ word }) => isCapital(word));
  const named = [...head.split(/ and | & | nor /), ...(isApposed ? [second] : [])].flatMap(
    (part) => nameAtEnd(part, words.indexOf(part), capitals) ?? [],
  );
  if (named.length > 0) return as('named', named);

  const own = tokens.map(({ word }, index) => {
    return isCapital(word) && (index > 0 || capitals.isOwn(word));
  });
  const first = tokens[0]?.word.toLowerCase() ?? '';
  const last = tokens.at(-1)?.word ?? '';
  if (isApposed) return as('undecided');
  if (own.every((it) => it === false) || quantifiers.has(first)) return as('unnamed');
  return as(head === words && !isCapital(last) ? 'unnamed' : 'undecided');
}

interface Token {
  word: string;
  offset: number;
}

function tokensOf(words: string): Token[] {
  return Array.from(words.matchAll(/[^\s,;:()“”"]+/gu), ({ 0: word, index }) => ({
    word,
    offset: index,
  }));
}

/** The name that a part of a source ends in, if nothing before it shows that another is meant. */
function nameAtEnd(
  part: string,
  offset: number,
  capitals: Capitals,
): NamedSource['names'][number] | null {
  const tokens = tokensOf(part.replace(/[’']s?\s*$/u, ''));
  let begin = tokens.length;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { word = '' } = tokens[at] ?? {};
    const isLinked = /^(of|for)$/.test(word) && isBody(tokens[at - 1]?.word ?? '');
    if (isCapital(word) && !/[’']s?$/u.test(word)) begin = at;
    else if (begin === tokens.length || !(particles.has(word) || isLinked)) break;
  }
  while (/^(The|A|An|Both|Neither|Either|Even|But|And)$/.test(tokens[begin]?.word ?? '')) begin++;
  const [start, end] = [tokens[begin], tokens.at(-1)];
  if (start === undefined || end === undefined) return null;

  const before = tokens.slice(0, begin).map(({ word }) => word.toLowerCase());
  // “people close to Ann Lee” aren't she, “a Democrat” and “the Texas Republican” are nobody by name.
  if (before.some((word) => prepositions.has(word) || quantifiers.has(word))) return null;
  const hasArticle = before.at(-1) === 'the';
  if (hasArticle && capitals.has(`${end.word}s`)) return null;
  const isAlone = start === end;
  // “Officials said”: the capital may be the sentence's.
  if (isAlone && capitals.isOwn(end.word) !== true) return null;

  const text = part.slice(start.offset, end.offset + end.word.length);
  const isPlural = isAlone && end.word.endsWith('s') && capitals.has(end.word.slice(0, -1));
  const kind = kindOfName(text, 'en');
  return {
    text,
    // No person's name has an article.
    kind: isPlural ? 'group' : kind === 'person' && hasArticle ? 'organization' : kind,
    offset: offset + start.offset,
  };
}
