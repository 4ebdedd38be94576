import { sql } from 'kysely';
import type { Phrase } from '../../text/query.ts';
import { type Runner, TooMuch } from './runner.ts';

/** Beginnings of words of so many letters at most have an index of their own. */
const longestIndexedPrefix = 2;

/**
 * The index of words gives the facts of one word as they are read. Of several it has to compare the lists,
 * of a beginning it has to merge those of all the words, before it gives the first.
 * @throws TooMuch where that may take long, and others wait
 */
export async function checkWords(runner: Runner, phrases: readonly Phrase[]): Promise<void> {
  const words = phrases.flatMap(({ terms }) => terms);
  const [first] = phrases;
  const quick =
    words.length <= 1 && !(first?.prefix && (words[0]?.length ?? 0) > longestIndexedPrefix);
  if (!quick && !runner.beside && (await countSearched(runner)) > runner.bounds.fewFacts)
    throw new TooMuch('words are to be compared');
}

/** How many facts the index of words has. */
export async function countSearched(runner: Runner): Promise<number> {
  const [row] = await runner.rows('searched', () => sql`select facts from state`, {});
  return Number(row?.[0] ?? 0);
}
