import { alternativesOf, type Phrase, type Query, type Sought } from '../../text/sought.ts';
import { placeBits } from '../article.ts';
import { type Dialect, Slot } from '../dialect.ts';
import { type Sql, sql } from '../sql.ts';
import { lastTried, sortedRows, walkedRows } from './page-rows.ts';

export const sqlite: Dialect = {
  valueIn,
  valuesIn,
  isAnyOf: (what, slot, several) =>
    several ? sql`${what} in ${valuesIn(slot)}` : sql`${what} = ${valueIn(slot)}`,
  isAmong: (what, values) =>
    sql`${what} in (select value from json_each(${JSON.stringify(values)}))`,
  rowsIn(columns, json) {
    const each = Object.keys(columns).map(
      (name, at) => sql`value ->> ${sql.literal(at)} as ${sql.ref(name)}`,
    );
    return sql`(select key as place, ${sql.join(each)} from json_each(${json}))`;
  },
  // `+column` is an expression, which SQLite neither looks up nor walks by.
  unindexed: (column) => sql`+${sql.ref(column)}`,
  contains: (text, part) => sql`(instr(${text}, ${part}) > 0)`,
  indexed: (column) => column,
  asBytes: (text) => sql`cast(${text} as blob)`,
  // That there is time is looked at for one row of some hundred.
  withinTime: (number) => [
    sql`(((${number} >> ${sql.literal(placeBits)}) + ${number}) & 255 or ${sql.raw(inTime)}())`,
  ],
  matching: () => sql`from search_terms where search_terms match ${valueIn('words')}`,
  matchOf: toMatch,
  leftFirst: sql`cross join`,
  pages: {
    sorted: (...page) => sortedRows(sqlite, ...page),
    walked: (...page) => walkedRows(sqlite, ...page),
    lastTried: (...page) => lastTried(sqlite, ...page),
  },
};

/** The name of the function that ends a statement whose time is over. */
export const inTime = 'in_time';

/**
 * SQLite with STAT4 plans a statement anew whenever a bound value that meets an index changes, or that of a
 * limit; behind a subquery the value doesn't steer the plan.
 */
function valueIn(slot: string): Sql {
  return sql`(select ${new Slot(slot)})`;
}

function valuesIn(slot: string): Sql {
  return sql`(select value from json_each(${new Slot(slot)}))`;
}

/** What the index of words is asked: what is looked for, in these tables. */
function toMatch({ all, none }: Query, tables: readonly string[] | null): string {
  const types = tables && [`type : (${tables.map((table) => `"${table}"`).join(' OR ')})`];
  const asked = all.map((group) => `terms : (${group.map(toMatchAny).join(' OR ')})`);
  const excluded = none.map(toMatchAny);
  const found = `(${[...(types ?? []), ...asked].join(' AND ')})`;
  return excluded.length === 0 ? found : `${found} NOT terms : (${excluded.join(' OR ')})`;
}

/** Nothing but letters, digits, marks and spaces stands between the quotation marks. */
function toMatchAny(sought: Sought): string {
  const match = ({ terms, prefix }: Phrase) => `"${terms.join(' ')}"${prefix ? ' *' : ''}`;
  return alternativesOf(sought).map(match).join(' OR ');
}
