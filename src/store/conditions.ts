import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { mostPlaces, placeBits } from './article.ts';

export type Value = string | number;
export type Condition = RawBuilder<SqlBool>;
/** What values are counted of: a column of the table, the targets of a relation of its facts, or their articles. */
export type Facet = { column: string } | { factType: string; relation: string } | 'article';
/** Makes the condition of a filter from the values asked for: one of them has to hold. */
export interface Where {
  (values: readonly Value[]): Condition;
  /** Where the values that it may have are found, if they can be counted. */
  facet?: Facet;
}

/**
 * How many rows have one value of a column: a few, like those of an article, or a good part, like those
 * of a kind. Statistics of the engine would say it too, but by these it reads the whole table for a
 * value that might be common, since it can't see which one is asked for.
 */
type Share = 'few' | 'part';
const likelihoods = { few: sql.lit(0.0001), part: sql.lit(0.01) } as const;

export function isAnyOf(column: string, share: Share = 'few'): Where {
  const where: Where = (values) =>
    sql`likelihood(${sql.ref(column)} in (${list(values)}), ${likelihoods[share]})`;
  return Object.assign(where, { facet: { column } });
}

/** Rows of a table whose numbers are of the articles. */
export function isOfArticle(table: string): Where {
  const where: Where = (values) => sql`likelihood(number in (
    select facts.number from articles cross join ${sql.table(table)} as facts
    on facts.number between articles.number << ${bits} and (articles.number << ${bits}) + ${sql.lit(mostPlaces - 1)}
    where articles.id in (${list(values)})
  ), ${likelihoods.few})`;
  return Object.assign(where, { facet: 'article' as const });
}

const bits = sql.lit(placeBits);

/** The number of the article that has the fact of that number. */
export function articleOf(number: RawBuilder<unknown>): RawBuilder<number> {
  return sql`${number} >> ${bits}`;
}

/** The numbers of the articles with these ids. */
export function numbersOf(articles: readonly Value[]): RawBuilder<number> {
  return sql`select number from articles where id in (${list(articles)})`;
}

/** @param toStored makes of values asked for what the column has */
export function isAtLeast(column: string, toStored = asTheyAre): Where {
  return (values) => sql`${sql.ref(column)} >= ${list(toStored(values))}`;
}

export function isAtMost(column: string, toStored = asTheyAre): Where {
  return (values) => sql`${sql.ref(column)} <= ${list(toStored(values))}`;
}

function asTheyAre(values: readonly Value[]): readonly Value[] {
  return values;
}

/** By the index of blocks of so many characters: as far as `end` and `start` of mentions are told apart there. */
const blockBits = sql.lit(8);

export function endsBehind(): Where {
  return (values) =>
    sql`"end" >> ${blockBits} >= ${list(values)} >> ${blockBits} and "end" > ${list(values)}`;
}

export function startsBefore(): Where {
  return (values) =>
    sql`"start" >> ${blockBits} <= ${list(values)} >> ${blockBits} and "start" < ${list(values)}`;
}

/** Facts of that type that refer to one of the targets in that relation. */
export function refersTo(factType: string, relation: string): Where {
  const where: Where = (values) => sql`number in (
    select fact from links
    where fact_type = ${factType} and relation = ${relation} and target in (${list(values)})
  )`;
  return Object.assign(where, { facet: { factType, relation } });
}

/** Shared facts that one of the articles has a record of. */
export function isRecordedIn(type: string): Where {
  return (values) =>
    sql`id in (select id from records where type = ${type} and article in (${numbersOf(values)}))`;
}

export function whereAll(conditions: readonly Condition[]) {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/**
 * SQLite with STAT4 plans a statement anew whenever a bound value that meets an index changes;
 * behind a subquery the value doesn't steer the plan.
 */
function list(values: readonly Value[]) {
  return sql.join(values.map((value) => sql`(select ${value})`));
}
