import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as nepali } from '@orama/stemmers/nepali';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';

/** What makes the stem of a word in lower case, in one language. */
export interface Stemmer {
  language: string;
  /** What its words are written in; it isn't asked for others. */
  script: RegExp;
  stem(word: string): string;
}

const latin = /^[\p{Script=Latin}\p{M}]+$/u;
const cyrillic = /^[\p{Script=Cyrillic}\p{M}]+$/u;
const devanagari = /^[\p{Script=Devanagari}\p{M}]+$/u;

/**
 * Snowball’s stemmers, as @orama/stemmers has them. Of what else it has, Bulgarian throws, and Ukrainian
 * and Sanskrit aren’t Snowball’s. For languages that aren’t here, words are found as they stand.
 */
export const stemmers: readonly Stemmer[] = [
  { language: 'ar', script: /^[\p{Script=Arabic}\p{M}]+$/u, stem: arabic },
  { language: 'da', script: latin, stem: danish },
  { language: 'de', script: latin, stem: german },
  { language: 'el', script: /^[\p{Script=Greek}\p{M}]+$/u, stem: greek },
  { language: 'en', script: latin, stem: english },
  { language: 'es', script: latin, stem: spanish },
  { language: 'fi', script: latin, stem: finnish },
  { language: 'fr', script: latin, stem: french },
  { language: 'ga', script: latin, stem: irish },
  { language: 'hi', script: devanagari, stem: hindi },
  { language: 'hu', script: latin, stem: hungarian },
  { language: 'hy', script: /^[\p{Script=Armenian}\p{M}]+$/u, stem: armenian },
  { language: 'id', script: latin, stem: indonesian },
  { language: 'it', script: latin, stem: italian },
  { language: 'lt', script: latin, stem: lithuanian },
  { language: 'ne', script: devanagari, stem: nepali },
  { language: 'nl', script: latin, stem: dutch },
  { language: 'no', script: latin, stem: norwegian },
  { language: 'pt', script: latin, stem: portuguese },
  { language: 'ro', script: latin, stem: romanian },
  { language: 'ru', script: cyrillic, stem: russian },
  { language: 'sr', script: /^[\p{Script=Cyrillic}\p{Script=Latin}\p{M}]+$/u, stem: serbian },
  { language: 'sv', script: latin, stem: swedish },
  { language: 'ta', script: /^[\p{Script=Tamil}\p{M}]+$/u, stem: tamil },
  { language: 'tr', script: latin, stem: turkish },
];

/** Of a language tag: en-GB, nb. */
export function stemmerOf(tag: string): Stemmer | undefined {
  const [language = ''] = tag.split('-');
  const known = language === 'nb' || language === 'nn' ? 'no' : language;
  return stemmers.find((it) => it.language === known);
}
