import {
  alternativesOf,
  type Phrase,
  type Query,
  type Sought,
  soughtOf,
} from '../../text/sought.ts';
import { sql } from '../sql.ts';
import { type Runner, TooMuch } from './runner.ts';

/** Beginnings of words of so many letters at most have an index of their own. */
const longestIndexedPrefix = 2;
/** So many words are quickly walked along together, whichever a fact has. */
const mostWalked = 24;

/**
 * Whether the facts that have the words are found without delay. The index of words gives the facts of one word
 * as they are read, and of one or another. Of several it has to compare the lists, of a beginning it has to
 * merge those of all the words, before it gives the first.
 */
export async function areQuick(runner: Runner, { all, none }: Query): Promise<boolean> {
  const phrases = all.flat().flatMap(alternativesOf);
  const isQuick =
    all.length <= 1 && none.length === 0 && phrases.length <= mostWalked && phrases.every(isWalked);
  return isQuick || runner.beside || (await countSearched(runner)) <= runner.bounds.fewFacts;
}

/** @throws TooMuch where finding them may take long, and others wait */
export async function checkWords(runner: Runner, query: Query): Promise<void> {
  if (!(await areQuick(runner, query))) throw new TooMuch('words are to be compared');
}

function isWalked({ terms, prefix }: Phrase): boolean {
  return terms.length === 1 && !(prefix && (terms[0]?.length ?? 0) > longestIndexedPrefix);
}

/** How many items the index of words has. */
export async function countSearched(runner: Runner): Promise<number> {
  const [row] = await runner.rows('searched', () => sql`select facts from state`, {});
  return Number(row?.[0] ?? 0);
}

/** Words that have more forms than this are found in the first of them. */
const mostForms = 100;

/** What is looked for, with the forms of its words that there are. */
async function findForms(runner: Runner, query: Query): Promise<Query> {
  const keys = [...new Set(soughtOf(query).flatMap((it) => it.keys))];
  if (keys.length === 0) return query;
  const rows = await runner.rows(
    'forms',
    () => sql`
      select asked.value, (
        select string_agg(word, '/')
        from (select word from forms where key = asked.value order by word limit ${sql.literal(mostForms)}) as known
      ) from ${runner.dialect.valuesIn('keys')} as asked
    `,
    { keys },
  );
  const known = new Map(rows.map(([key, words]) => [String(key), words]));
  const complete = (sought: Sought): Sought => {
    const phrases = new Map(sought.forms.map((form) => [form.terms.join(' '), form]));
    for (const key of sought.keys)
      for (const word of String(known.get(key) ?? '').split('/'))
        if (word !== '') phrases.set(word, { terms: word.split(' '), prefix: false });
    for (const { terms } of sought.phrases) phrases.delete(terms.join(' '));
    return { ...sought, forms: [...phrases.values()].slice(0, mostForms) };
  };
  return { all: query.all.map((group) => group.map(complete)), none: query.none.map(complete) };
}

/** A plan with the other forms of its words. */
export async function withForms<Asked extends { phrases: Query | null }>(
  runner: Runner,
  plan: Asked,
): Promise<Asked> {
  return plan.phrases === null ? plan : { ...plan, phrases: await findForms(runner, plan.phrases) };
}
