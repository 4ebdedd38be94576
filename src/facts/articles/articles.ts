import { Type } from 'typebox';
import { Article, type ArticleEntry } from '../../model/article.ts';
import { sha256Pattern } from '../../model/identifiers.ts';
import { languagePattern } from '../../model/localized-text.ts';
import { days, itemIds, longestText, oneText, texts } from '../../resource/filters.ts';
import { defineSearched } from '../../resource/resource.ts';
import { inEach } from '../../resource/searchable.ts';
import { canonicalUrl } from './columns.ts';
import { articleCsvColumns } from './csv-columns.ts';
import { articleSqlTables } from './sql-tables.ts';

export const articles = defineSearched<ArticleEntry>({
  name: 'articles',
  singular: 'article',
  description:
    'The articles that facts were taken from. The text itself is not stored: it is known by its fingerprint.',
  schema: Article,
  example: 'putin-china-visit-2024',
  csvColumns: articleCsvColumns,
  sqlTables: articleSqlTables,
  exampleNot: 'language:en',
  exampleSearch: 'kunjungan',
  toSearchable: ({ title, description, source: { headline, byline, publisher } }) => ({
    title,
    texts: [...inEach(description), ...[headline, byline, publisher].filter((it) => it !== null)],
  }),
  filters: {
    language: texts({ column: 'language' }, 'Only in these languages (BCP 47).', 'id', {
      pattern: languagePattern,
    }),
    url: {
      parameter: Type.String({
        format: 'web-address',
        maxLength: longestText,
        description: 'Only articles of this address, as browsers show it or percent-encoded.',
      }),
      where: { column: 'url' },
      toStored: (value) => canonicalUrl(String(value)),
    },
    publisher: oneText('Only of this publisher.', null, 'publisher'),
    sha256: {
      parameter: Type.String({
        pattern: sha256Pattern,
        description: 'Only articles of the text with this SHA-256 (in UTF-8, hexadecimal).',
        examples: ['421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb'],
      }),
      where: { column: 'sha256' },
      toStored: (value) => String(value).toLowerCase(),
      isOwn: true,
    },
    ...days('have been published', []),
    id: itemIds('articles', 'putin-china-visit-2024'),
  },
  orders: {
    id: { columns: [] },
    title: { columns: ['title'] },
    published: { columns: ['published'], nullable: true },
  },
});
