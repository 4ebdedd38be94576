import { alternativesOf, type Phrase, type Query, type Sought } from '../../text/sought.ts';
import type { Cell } from '../article.ts';
import { type Condition, type Dialect, Slot } from '../dialect.ts';
import { hasWords } from '../read/conditions.ts';
import { type Sql, sql } from '../sql.ts';
import { sortedRows, walkedRows } from './page-rows.ts';

export const postgres: Dialect = {
  valueIn,
  valuesIn: (slot) => sql`(select unnest(cast(${new Slot(slot)} as text[])) as value)`,
  isAnyOf: (what, slot, several) =>
    several ? sql`${what} = any(${valueIn(slot)})` : sql`${what} = ${valueIn(slot)}`,
  isAmong: (what, values) => sql`${what} = any(${values})`,
  rowsIn(columns, json) {
    const rows: Cell[][] = JSON.parse(json);
    const names = sql.join(Object.keys(columns).map(sql.ref));
    // The engine takes arrays in a fraction of the time that it needs to read JSON.
    const values = Object.values(columns).map(
      (type, at) =>
        sql`cast(${rows.map((row) => row[at])} as ${sql.raw(type === 'text' ? 'text[]' : 'bigint[]')})`,
    );
    return sql`(
      select ordinality - 1 as place, ${names}
      from unnest(${sql.join(values)}) with ordinality as listed (${names}, ordinality)
    )`;
  },
  unindexed: (column) => sql.ref(column),
  contains: (text, part) => sql`(strpos(${text}, ${part}) > 0)`,
  indexed: (column) => `shortened(${column})`,
  asBytes: (text) => text,
  // The session's time limit does that.
  withinTime: () => [],
  matching(query, tables) {
    const conditions: Condition[] = [];
    if (tables !== null)
      conditions.push(sql`type in (${sql.join(tables.map((it) => sql.literal(it)))})`);
    if (query.all.length > 0) conditions.push(sql`words @@ cast(${valueIn('words')} as tsquery)`);
    // What the index leaves out is in the terms: which words stand side by side, and the end of very long ones.
    conditions.push(hasWords(postgres, query));
    return sql`from search_terms where ${sql.join(conditions, ' and ')}`;
  },
  matchOf: toMatch,
  leftFirst: sql`join`,
  pages: {
    sorted: (...page) => sortedRows(postgres, ...page),
    walked: (...page) => walkedRows(postgres, ...page),
    lastTried: null,
  },
};

function valueIn(slot: string): Sql {
  return sql`${new Slot(slot)}`;
}

/** So many characters of a word are in the index, as in the migration’s `words_of`. */
const mostIndexed = 400;

/**
 * What the index of words is asked: at least what has all that is looked for, and what has more words than it
 * takes. What must not be there is looked for in the terms alone.
 */
function toMatch({ all }: Query): string {
  const groups = all.map((group) => `(${group.map(toMatchAny).join(' | ')})`);
  return `${groups.join(' & ')} | '*'`;
}

function toMatchAny(sought: Sought): string {
  return alternativesOf(sought).map(toMatchPhrase).join(' | ');
}

function toMatchPhrase({ terms, prefix }: Phrase): string {
  const words = terms.map(
    (term) => `'${[...term].slice(0, mostIndexed).join('').replaceAll(/['\\]/g, '$&$&')}'`,
  );
  return `(${words.join(' & ')}${prefix ? ':*' : ''})`;
}
