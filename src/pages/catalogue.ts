import { english } from './english.ts';
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
