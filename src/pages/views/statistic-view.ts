import { Comparator, type Statistic } from '../../model/statistic.ts';
import { type Html, html, nothing } from '../../site/html.ts';
import { valueName } from '../catalogue.ts';
import type { Reader } from '../language.ts';
import { meaningOf } from '../meaning.ts';
import { date, fields, link, linksTo, linkTo, whereStated } from '../parts.ts';
import { others, shown } from '../texts.ts';
import { defineView } from './view.ts';

export const statisticView = defineView<Statistic>({
  heading: (
    statistic,
    reader,
  ) => html`<h1>${shown(statistic.label, reader)}</h1>${others(statistic.label, reader)}
<p class="figure">${figure(statistic, reader)}</p>`,
  card: (statistic, reader) =>
    html`<p><strong>${link('statistics', statistic.id, shown(statistic.label, reader), reader)}</strong></p>
<p>${figure(statistic, reader)} <q dir="auto">${statistic.text}</q></p>`,
  details: (statistic, reader) =>
    html`${fields(
      [
        ['subject', linksTo('actors', statistic.subject, reader)],
        ['source', linkTo('actors', statistic.source, reader)],
        ['period', date(statistic.period, reader)],
        ['event', linkTo('events', statistic.event, reader)],
      ],
      reader,
    )}${whereStated(statistic.article, `statistic-${statistic.id}`, statistic.mentions, reader)}`,
});

function figure({ value, upper, comparator, unit }: Statistic, reader: Reader): Html {
  const { words, language } = reader;
  // Of a range, both ends say it.
  const how =
    comparator === 'range' || comparator === 'eq'
      ? ''
      : (words.values[comparator] ??
        meaningOf(Comparator, comparator) ??
        valueName(words, comparator));
  return html`${how === '' ? nothing : `${how} `}${inDigits(value, language)}${
    upper === null ? nothing : `–${inDigits(upper, language)}`
  } ${shown(unit.label, reader)}`;
}

/** Years are counted, not measured: only from five digits on they are put in groups. */
function inDigits(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 20, useGrouping: 'min2' });
}
