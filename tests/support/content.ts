import { factTypes } from '../../src/resources.ts';
import type { Reading } from '../../src/store/read/reading.ts';
import { sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';

/** By table, every row. */
export type Content = Record<string, unknown[][]>;

/** The id of an article, or of a fact, by its number. */
const ofArticle = '(select id from articles where articles.number =';
const facts = factTypes.map(({ name }) => `select number, '${name}/' || id as id from ${name}`);
const ofFact = `(select id from (${facts.join(' union all ')}) as facts where facts.number =`;

/**
 * All that is stored, byte for byte, but for what tells where and when it came: identities, numbers
 * (ids stand in their place), revisions, times.
 */
export function contentOf(store: Store): Promise<Content> {
  return store.read(async (reading) => ({
    articles: await select(reading, 'articles', {
      number: null,
      document: "json_remove(document, '$.modified', '$.revision')",
    }),
    ...Object.fromEntries(
      await Array.fromAsync(factTypes, async ({ name, sharing }) => [
        name,
        await select(reading, name, {
          number: sharing === undefined ? `${ofArticle} ${name}.number >> 20)` : null,
        }),
      ]),
    ),
    anchors: await select(reading, 'anchors', { number: `${ofArticle} anchors.number >> 20)` }),
    links: await select(reading, 'links', { fact: `${ofFact} links.fact)` }),
    records: await select(reading, 'records', { article: `${ofArticle} article)` }),
    statements: await select(reading, 'statements', {}),
    search_terms: await select(reading, 'search_terms', {
      search_terms: `${ofFact} search_terms.rowid)`,
      terms: null,
      type: null,
      rank: null,
    }),
    state: await select(reading, 'state', {
      identity: null,
      revision: null,
      mark: null,
      terms_version: null,
    }),
  }));
}

/** Its rows in order; another expression stands in place of some columns, or none. */
async function select(
  reading: Reading,
  table: string,
  instead: Record<string, string | null>,
): Promise<unknown[][]> {
  const columns = await reading.rows<{ name: string }>(sql`
    select name from pragma_table_xinfo(${table})
  `);
  const shown = columns.flatMap(
    ({ name }) => instead[name] ?? (name in instead ? [] : `"${name}"`),
  );
  const rows = await reading.rows<Record<string, unknown>>(
    sql.raw(`select ${shown.map((it, index) => `${it} as c${index}`)} from ${table}`),
  );
  const values = rows.map((row) =>
    Object.values(row).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ),
  );
  return values.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}
