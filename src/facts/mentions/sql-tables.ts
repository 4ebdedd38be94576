import type { FactMention } from '../../model/mention.ts';
import { integer, text, to } from '../../resource/sql-columns.ts';
import { defineSqlTables, table } from '../../resource/sql-tables.ts';

/** The tables of the SQLite export. */
export const mentionSqlTables = defineSqlTables<FactMention>({
  mentions: table('Where articles state their facts.', {
    // SQLite counts them, in the order of the text.
    id: integer('A number.', () => null),
    article_id: to('articles', 'The article.', ({ article }) => article),
    start_offset: integer('First character, in code points, from 0.', ({ start }) => start),
    end_offset: integer('Behind the last character.', ({ end }) => end),
    exact: text('The characters between, verbatim.', ({ exact }) => exact, { indexed: true }),
    role: text('content, cue or source.', ({ role }) => role),
    continues: integer('1: goes on with the mention before.', ({ continues }) => continues),
    fact_type: text('quote, actor, place, event or statistic.', ({ factType }) => factType),
    fact_id: text('Id of the fact, in the table of its type.', ({ fact }) => fact, {
      indexed: true,
    }),
  }),
});
