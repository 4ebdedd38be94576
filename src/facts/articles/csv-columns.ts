import type { Article } from '../../model/article.ts';
import {
  counts,
  day,
  defineCsvColumns,
  instant,
  localized,
  number,
  text,
} from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const articleCsvColumns = defineCsvColumns<Article>({
  id: text(({ id }) => id),
  language: text(({ language }) => language),
  ...localized('title', ({ title }) => title),
  ...localized('description', ({ description }) => description),
  headline: text(({ source }) => source.headline),
  byline: text(({ source }) => source.byline),
  publisher: text(({ source }) => source.publisher),
  published: day(({ source }) => source.published),
  url: text(({ source }) => source.url),
  sha256: text(({ text }) => text.sha256),
  length: number(({ text }) => text.length),
  ...counts('quotes', 'actors', 'places', 'events', 'statistics', 'mentions'),
  modified: instant(({ modified }) => modified),
  revision: number(({ revision }) => revision),
});
