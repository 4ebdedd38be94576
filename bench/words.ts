import { type Random, randomOf } from './random.ts';

/** How a language is written; its words mean nothing. */
export interface Language {
  tag: string;
  space: string;
  stop: string;
  /** What words are made of, in this order, again and again. */
  parts: readonly (readonly string[])[];
  /** Most parts of a word. */
  length: number;
}

const consonants = [...'bcdfghjklmnprstvwz', 'st', 'tr', 'ng', 'sh'];

export const languages: readonly Language[] = [
  { tag: 'en', space: ' ', stop: '. ', parts: [consonants, [...'aeiou', 'ea', 'ou']], length: 6 },
  {
    tag: 'id',
    space: ' ',
    stop: '. ',
    parts: [[...'bdgjklmnprst', 'ng'], [...'aiueo']],
    length: 7,
  },
  { tag: 'fr', space: ' ', stop: '. ', parts: [consonants, [...'aéèeioôu', 'au']], length: 7 },
  { tag: 'ru', space: ' ', stop: '. ', parts: [[...'бвгджзклмнпрст'], [...'аеиоуыяё']], length: 7 },
  { tag: 'ar', space: ' ', stop: '. ', parts: [[...'ابتجحدرسعفقكلمنهوي']], length: 6 },
  { tag: 'zh', space: '', stop: '。', parts: [hanCharacters()], length: 3 },
];

/** How many different words a language has, and how far the first ones stand out. */
const vocabulary = { words: 30_000, shift: 3 };

/** The word of a language that is the `rank`-th in frequency. */
function wordOf({ tag, parts, length }: Language, rank: number): string {
  const random = randomOf('word', tag, rank);
  const least = parts.length;
  // Frequent words are short.
  const most = rank < 200 ? least + 1 : length;
  let word = '';
  for (let index = 0, end = random.between(least, most); index < end; index++)
    word += random.pick(parts[index % parts.length] ?? []);
  return word;
}

/** So many words, each as often as its rank asks for. */
export function phraseOf(language: Language, random: Random, words: number): string {
  const ranks = Array.from({ length: words }, () =>
    random.zipf(vocabulary.words, vocabulary.shift),
  );
  return ranks.map((rank) => wordOf(language, rank)).join(language.space);
}

export function capitalized(phrase: string): string {
  return phrase.replace(/(^| )(\p{Ll})/gu, (_, space, letter) => space + letter.toUpperCase());
}

function hanCharacters(): string[] {
  return Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 6));
}
