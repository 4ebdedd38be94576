/** What somebody looks for, once it is read: what runs a search needs no more, and none of the tables of letters. */

/** Words that have to stand side by side; of the last one, the beginning may do. */
export interface Phrase {
  terms: readonly string[];
  prefix: boolean;
}

/** One thing that somebody looks for: any of these. */
export interface Sought {
  /** As it was typed; several where that can be read in several ways: 1.200. */
  phrases: readonly Phrase[];
  /** By what its other forms are known (`forms.ts`). */
  keys: readonly string[];
  /** Its other forms, as far as they are known: of a query alone, “Putin” of “Putin’s”. */
  forms: readonly Phrase[];
}

/** What a text must have, and what it must not have. */
export interface Query {
  /** Of each of these, one. */
  all: readonly (readonly Sought[])[];
  /** None of these. */
  none: readonly Sought[];
}

/** Whether it asks for nothing: then it finds nothing. */
export function isEmpty({ all, none }: Query): boolean {
  return all.length + none.length === 0;
}

/** All that is looked for, each with its alternatives. */
export function soughtOf({ all, none }: Query): Sought[] {
  return [...all.flat(), ...none];
}

/** All by which it is found. */
export function alternativesOf({ phrases, forms }: Sought): Phrase[] {
  return [...phrases, ...forms];
}
