import type { Period } from '../model/period.ts';

/** A thing in JSON-LD, in the terms of our context. */
export interface LinkedNode {
  '@id': string;
  '@type': string;
  [term: string]: unknown;
}

/** Strings with their languages. */
export function inLanguages(text: Readonly<Record<string, string>> | null) {
  return Object.entries(text ?? {}).map(([language, value]) => inLanguage(language, value));
}

export function inLanguage(language: string, value: string) {
  return { '@value': value, '@language': language };
}

/** The thing that a reference, or an id, stands for. */
export function linkTo(list: string, target: { id: string } | string | null) {
  if (target === null) return undefined;
  return { '@id': `/v1/${list}/${typeof target === 'string' ? target : target.id}` };
}

export function sameAs(wikidata: string | null) {
  return wikidata === null ? undefined : `http://www.wikidata.org/entity/${wikidata}`;
}

/** The date as EDTF; what is only known roughly has no other form that says no more than it. */
export function dated(period: Period | null) {
  return period?.edtf ? { date: period.edtf } : {};
}

/** A day, month or year that is certain, as schema.org has dates. */
export function plainDate(period: Period | null): string | undefined {
  return period?.edtf && isPlainDate(period.edtf) ? period.edtf : undefined;
}

/** Whether a date in EDTF is one of XML Schema too: of a day, month or year that is certain. */
export function isPlainDate(edtf: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf);
}
