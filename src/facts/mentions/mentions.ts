import { Type } from 'typebox';
import { FactMention, MentionRole } from '../../model/mention.ts';
import { article, ids, oneOfThese, oneText, stretch } from '../../resource/filters.ts';
import type { Resource } from '../../resource/resource.ts';
import { inOrderOfText } from '../../store/plan.ts';
import { mentionCsvColumns } from './csv-columns.ts';
import { mentionSqlTables } from './sql-tables.ts';

export const mentions: Resource = {
  name: 'mentions',
  singular: 'mention',
  description: 'Every stretch of text that states a fact, with the fact: the index of an article.',
  schema: FactMention,
  example: null,
  csvColumns: mentionCsvColumns,
  sqlTables: mentionSqlTables,
  exampleNot: 'role:cue',
  filters: {
    article: article('states'),
    ...stretch(),
    exact: oneText('Only these words, verbatim.', 'invasi', 'exact'),
    role: oneOfThese('Only in these roles.', MentionRole, 'role', 'content'),
    factType: {
      parameter: Type.Array(Type.Unsafe<string>({ $ref: 'FactType#' }), {
        maxItems: 50,
        description: 'Only of facts of these types.',
        examples: [['event']],
      }),
      where: { column: 'fact_type' },
    },
    fact: ids(
      'Only of the facts with these ids.',
      'ukraine-invasion-2022-putin-china-visit-2024',
      'mentions.fact',
      { column: 'fact' },
    ),
  },
  orders: { position: inOrderOfText },
};
