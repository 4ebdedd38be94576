import type { Statistic } from '../../model/statistic.ts';
import { localized, period, real, text, to } from '../../resource/sql-columns.ts';
import { defineSqlTables, parts, table, textsOf } from '../../resource/sql-tables.ts';

/** The tables of the SQLite export. */
export const statisticSqlTables = defineSqlTables<Statistic>({
  statistics: table('Quantities that articles state.', {
    id: text('Id of the statistic.', ({ id }) => id),
    article_id: to('articles', 'The article that has it.', ({ article }) => article),
    ...localized('label', 'What it is.', ({ label }) => label),
    value: real('The figure; the lower one of a range.', ({ value }) => value),
    upper: real('The upper figure of a range.', ({ upper }) => upper),
    comparator: text('eq, approx, gt, gte, lt, lte or range.', ({ comparator }) => comparator),
    unit_code: text('UCUM code, or one of ours.', ({ unit }) => unit.code, { indexed: true }),
    ...localized('unit', 'The unit.', ({ unit }) => unit.label),
    text: text('The words of the article.', (it) => it.text),
    event_id: to('events', 'The event that it belongs to.', ({ event }) => event?.id ?? null),
    source_id: to('actors', 'Whom the article has it from.', ({ source }) => source?.id ?? null),
    ...period('period', (it) => it.period),
  }),
  statistic_subjects: parts('Whom a figure is about.', 'statistics', ({ subject }) => subject, {
    actor_id: to('actors', 'The actor.', ({ id }: { id: string }) => id),
  }),
  texts: textsOf('statistics', ({ label, unit }) => ({ label, unit: unit.label })),
});
