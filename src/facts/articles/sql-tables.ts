import type { Article } from '../../model/article.ts';
import { integer, localized, text } from '../../resource/sql-columns.ts';
import { defineSqlTables, table, textsOf } from '../../resource/sql-tables.ts';

/** The tables of the SQLite export. */
export const articleSqlTables = defineSqlTables<Article>({
  articles: table('Articles that facts were taken from.', {
    id: text('Id of the article.', ({ id }) => id),
    language: text('Language (BCP 47) of its text.', ({ language }) => language, { indexed: true }),
    ...localized('title', 'Descriptive title, in our own words.', ({ title }) => title),
    ...localized('description', 'Description.', ({ description }) => description),
    headline: text('The headline as published.', ({ source }) => source.headline),
    byline: text('Who wrote it, as published.', ({ source }) => source.byline),
    publisher: text('Who published it.', ({ source }) => source.publisher, { indexed: true }),
    published: text(
      'When: a date (EDTF) or an instant (RFC 3339).',
      ({ source }) => source.published,
      {
        indexed: true,
      },
    ),
    url: text('Where it was published.', ({ source }) => source.url, { indexed: true }),
    text_sha256: text('SHA-256 of its text in UTF-8.', (it) => it.text.sha256),
    text_length: integer('Length of its text in code points.', (it) => it.text.length),
    modified: text('When its bundle was last put and changed (UTC).', ({ modified }) => modified),
    revision: integer('The revision that this made.', ({ revision }) => revision),
  }),
  texts: textsOf('articles', ({ title, description }) => ({ title, description })),
});
