import { indonesian } from './indonesian.ts';

/** The languages in which pages speak themselves. */
export const uiLanguages = ['en', 'id'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

/** All that pages say themselves. */
export interface Catalogue {
  /** Its own name for itself. */
  name: string;
  skip: string;
  /** What all this is. */
  intro: string;
  thereIs: string;
  askSomething: string;
  questions: Readonly<Record<'said' | 'expected' | 'words', string>>;
  forPrograms: string;
  search: string;
  searchFor: string;
  find: string;
  filters: string;
  moreFilters: string;
  any: string;
  yes: string;
  no: string;
  order: string;
  ascending: string;
  descending: string;
  sortedBy: string;
  apply: string;
  clear: string;
  nothingFound: string;
  next: string;
  first: string;
  notAll: string;
  article: string;
  said: string;
  narrator: string;
  translation: string;
  editorial: string;
  fromSource: string;
  ourWords: string;
  verbatim: string;
  partlyVerbatim: string;
  whereStated: string;
  charactersFromTo(from: number, to: number): string;
  takeAway: string;
  thisPageAs: string;
  cite: string;
  otherLanguage: string;
  timeline: string;
  timelineIntro: string;
  certain: string;
  uncertain: string;
  open: string;
  undated: string;
  when: string;
  what: string;
  network: string;
  networkIntro: string;
  networkOfFirst(count: number): string;
  who: string;
  withWhom: string;
  drawnAsTable: string;
  allOf: string;
  onThisPage: string;
  inOrder: string;
  inOrderIntro: string;
  readAlong: string;
  readAlongIntro: string;
  yourText: string;
  chooseFile: string;
  show: string;
  another: string;
  thisText: string;
  repairedText: string;
  otherText: string;
  noDigest: string;
  inPlace: string;
  missing: string;
  moved: string;
  factsHere: string;
  tooBusy: string;
  /** Names of lists, in the plural. */
  lists: Readonly<Record<string, string>>;
  /** Names of what is in them, in the singular. */
  types: Readonly<Record<string, string>>;
  /** Names of fields and parameters; those that are missing are named as they are in the API. */
  fields: Readonly<Record<string, string>>;
  /** Values of documented lists; those that are missing are shown as they are. */
  values: Readonly<Record<string, string>>;
}

const english: Catalogue = {
  name: 'English',
  skip: 'Skip to the content',
  intro:
    'What news articles say, as data: who said what, who took part in what, when, where and how much. Each fact is anchored to the characters of the article that state it, so that anybody who has the text can verify it.',
  thereIs: 'What there is',
  askSomething: 'Ask something',
  questions: {
    said: 'What does the article say that Wang Wenbin said?',
    expected: 'What was Vladimir Putin expected to do?',
    words: 'What is there about “no limits”?',
  },
  forPrograms: 'For programs',
  search: 'Search',
  searchFor: 'Words to look for',
  find: 'Find',
  filters: 'Filters',
  moreFilters: 'More filters',
  any: 'any',
  yes: 'yes',
  no: 'no',
  order: 'Direction',
  ascending: 'ascending',
  descending: 'descending',
  sortedBy: 'Sorted by',
  apply: 'Apply',
  clear: 'Without filters',
  nothingFound: 'There is nothing like this.',
  next: 'Next page',
  first: 'First page',
  notAll: 'There are more of these than are ranked: more words narrow it down.',
  article: 'Article',
  said: 'said',
  narrator: 'In the article’s own voice',
  translation: 'Translation',
  editorial: 'made by the annotators of this data',
  fromSource: 'published by the speaker or the article',
  ourWords: 'In our words, not the speaker’s',
  verbatim: 'Verbatim, as the article quotes it',
  partlyVerbatim: 'In our words; only what stands between quotation marks is the speaker’s',
  whereStated: 'Where the article says so',
  charactersFromTo: (from, to) => `characters ${from} to ${to}`,
  takeAway: 'Take it away',
  thisPageAs: 'This as',
  cite: 'Cite',
  otherLanguage: 'This page in',
  timeline: 'Timeline',
  timelineIntro:
    'Events in the order of their dates; what may lie on any day of a stretch is as long as that.',
  certain: 'certain',
  uncertain: 'uncertain',
  open: 'open',
  undated: 'without a date',
  when: 'When',
  what: 'What',
  network: 'Who meets whom',
  networkIntro:
    'As participants of one event, or speakers of one quote; the more often, the thicker the line.',
  networkOfFirst: (count) => `Of the first ${count} events and quotes only.`,
  who: 'Who',
  withWhom: 'With whom',
  drawnAsTable: 'The same as a table',
  allOf: 'All',
  onThisPage: 'On this page',
  inOrder: 'What it says, in its order',
  inOrderIntro: 'Each fact stands where the text first states it, with the words that do.',
  readAlong: 'Read it in the text',
  readAlongIntro:
    'Paste the article’s text, or drop a file with it here: each fact is then shown in its place. The text never leaves your browser.',
  yourText: 'Text of the article',
  chooseFile: 'Or a file',
  show: 'Show the facts in it',
  another: 'Another text',
  thisText: 'This is the very text: its fingerprint is right.',
  repairedText: 'This is the very text, but for line breaks or the form of its characters.',
  otherText:
    'This is another text than the one that the facts were taken from: its fingerprint differs.',
  noDigest: 'The fingerprint can’t be checked here: browsers do that on encrypted pages only.',
  inPlace: 'Mentions in their place:',
  missing: 'Not found in it',
  moved: 'stands elsewhere',
  factsHere: 'Facts stated here',
  tooBusy: 'The mentions can’t be had just now. Try again.',
  lists: {},
  types: {},
  fields: {},
  values: {},
};

export const catalogues: Readonly<Record<UiLanguage, Catalogue>> = { en: english, id: indonesian };

/** `reportedIn` → “Reported in”, unless the catalogue has a name for it. */
export function fieldName({ fields }: Catalogue, field: string): string {
  return fields[field] ?? toWords(field);
}

/** `id` → “Indonesian”. */
export function languageName(language: UiLanguage, tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function valueName({ values }: Catalogue, value: string): string {
  return values[value] ?? value.replaceAll('-', ' ');
}

export function listName({ lists }: Catalogue, list: string): string {
  return lists[list] ?? toWords(list);
}

export function typeName({ types }: Catalogue, type: string): string {
  return types[type] ?? toWords(type);
}

function toWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
