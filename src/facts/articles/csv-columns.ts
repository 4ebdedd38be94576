import type { Article } from '../../model/article.ts';
import { counts, defineCsvColumns, texts } from '../../resource/csv-columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const articleCsvColumns = defineCsvColumns<Article>({
  id: ({ id }) => id,
  language: ({ language }) => language,
  ...texts('title', ({ title }) => title),
  ...texts('description', ({ description }) => description),
  headline: ({ source }) => source.headline,
  byline: ({ source }) => source.byline,
  publisher: ({ source }) => source.publisher,
  published: ({ source }) => source.published,
  url: ({ source }) => source.url,
  sha256: ({ text }) => text.sha256,
  length: ({ text }) => text.length,
  ...counts('quotes', 'actors', 'places', 'events', 'statistics', 'mentions'),
  modified: ({ modified }) => modified,
  revision: ({ revision }) => revision,
});
