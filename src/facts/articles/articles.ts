import { Article } from '../../model/article.ts';
import { languagePattern } from '../../model/localized-text.ts';
import { texts } from '../../resource/filters.ts';
import type { Resource } from '../../resource/resource.ts';
import { articleCsvColumns } from './csv-columns.ts';

export const articles: Resource = {
  name: 'articles',
  singular: 'article',
  description:
    'The articles that facts were taken from. The text itself is not stored: it is known by its fingerprint.',
  schema: Article,
  example: 'putin-china-visit-2024',
  csvColumns: articleCsvColumns,
  filters: {
    language: texts({ column: 'language' }, 'Only in these languages (BCP 47).', 'id', {
      pattern: languagePattern,
    }),
  },
  orders: {
    id: { columns: [] },
    title: { columns: ['title'] },
    published: { columns: ['published'], nullable: true },
  },
};
