import { findInvisible } from '../../model/forms.ts';
import { expressionOf, toPeriod } from '../../model/period.ts';
import type { ActorRef, EventRef } from '../../model/references.ts';
import { Comparator, Statistic, StatisticEntry } from '../../model/statistic.ts';
import { article, days, figures, ids, itemIds, oneOfThese, texts } from '../../resource/filters.ts';
import { dated, inLanguages, linkTo } from '../../resource/linked-data.ts';
import { defineFactType } from '../../resource/resource.ts';
import { inEach } from '../../resource/searchable.ts';
import { dayColumns } from '../../resource/stated-columns.ts';
import { inOrderOfText } from '../../store/plan.ts';
import { statisticCsvColumns } from './csv-columns.ts';
import { extentOf } from './extent.ts';
import { statisticSqlTables } from './sql-tables.ts';

export const statistics = defineFactType<StatisticEntry, Statistic>({
  name: 'statistics',
  singular: 'statistic',
  description:
    'How much, how many, how long: each figure with its unit, what it is about and to whom the article attributes it.',
  schema: Statistic,
  example: 'countries-on-xi-europe-tour-2024',
  csvColumns: statisticCsvColumns,
  sqlTables: statisticSqlTables,
  exampleSearch: '"year of culture"',
  exampleNot: 'unit:%',
  filters: {
    article: article('states'),
    unit: texts({ column: 'unit' }, 'Only in these units (codes).', 'calendar-year', {
      minLength: 1,
      maxLength: 64,
    }),
    comparator: oneOfThese('Only with these comparators.', Comparator, 'comparator', 'range'),
    subject: ids('Only about these actors.', 'china', 'actors', {
      link: 'subject',
      from: 'statistic',
    }),
    source: ids('Only attributed to these actors.', 'portamur-ru', 'actors', { column: 'source' }),
    event: ids(
      'Only belonging to these events.',
      'russia-china-year-of-culture-2024-2025-putin-china-visit-2024',
      'events',
      { column: 'event' },
    ),
    ...figures(),
    ...days(),
    id: itemIds(
      'statistics',
      'russia-china-year-of-culture-years-2024-2025-putin-china-visit-2024',
    ),
  },
  orders: {
    position: inOrderOfText,
    value: { columns: ['value'] },
    date: { columns: ['earliest'], nullable: true },
    id: { columns: [] },
  },
  entry: StatisticEntry,
  columns: {
    comparator: ({ comparator }) => comparator,
    unit: ({ unit }) => unit.code,
    value: ({ value }) => value,
    lowest: (statistic) => extentOf(statistic)[0],
    highest: (statistic) => extentOf(statistic)[1],
    event: ({ event }) => event?.id ?? null,
    source: ({ source }) => source?.id ?? null,
    ...dayColumns(({ period }) => period),
  },
  toDocument: (entry, references) => ({
    id: entry.id,
    article: references.article,
    label: entry.label,
    value: entry.value,
    upper: entry.upper,
    comparator: entry.comparator,
    unit: entry.unit,
    text: entry.text,
    subject: entry.subject.map((id) => references.to<ActorRef>('actors', id)),
    event: references.orNull<EventRef>('events', entry.event),
    source: references.orNull<ActorRef>('actors', entry.source),
    period: entry.period && toPeriod(entry.period),
    mentions: entry.mentions,
  }),
  toSearchable: ({ label, text, unit, subject, source }) => ({
    title: label,
    texts: [text, ...inEach(unit.label, ...subject.map(({ name }) => name), source?.name ?? null)],
  }),
  findFaults({ comparator, value, upper, text }) {
    const faults = findInvisible('/text', text);
    const report = (detail: string) => faults.push({ pointer: '/upper', detail });
    if (comparator === 'range' && (upper === null || upper <= value))
      report('must be above value, as the comparator is range');
    if (comparator !== 'range' && upper !== null)
      report('must be null unless the comparator is range');
    return faults;
  },
  distinct: ['subject'],
  wordsAsTheyStand: ({ text, period }) => [
    { pointer: '/text', words: text },
    ...expressionOf('/period', period),
  ],
  toLinkedData: (statistic) => ({
    '@id': `/v1/statistics/${statistic.id}`,
    '@type': 'Observation',
    name: inLanguages(statistic.label),
    ...figureOf(statistic),
    comparator: statistic.comparator,
    unit: statistic.unit.code,
    unitText: inLanguages(statistic.unit.label),
    observationAbout: statistic.subject.map((it) => linkTo('actors', it)),
    attributedTo: linkTo('actors', statistic.source),
    subjectOf: linkTo('articles', statistic.article),
    ...dated(statistic.period),
  }),
  links: ({ subject, source, event }) => [
    ...subject.map(({ id }) => ({ relation: 'subject', targetType: 'actors', target: id })),
    ...(source ? [{ relation: 'source', targetType: 'actors', target: source.id }] : []),
    ...(event ? [{ relation: 'event', targetType: 'events', target: event.id }] : []),
  ],
});

/** As a value only where it is one: “more than 9” isn't 9. */
function figureOf({ comparator, value, upper }: Statistic): Record<string, string> {
  switch (comparator) {
    case 'gt':
    case 'gte':
      return { minValue: String(value) };
    case 'lt':
    case 'lte':
      return { maxValue: String(value) };
    case 'range':
      return { minValue: String(value), maxValue: String(upper) };
    default:
      return { value: String(value) };
  }
}
