import { packageVersion } from '../package.ts';
import type { Resource } from '../resource/resource.ts';
import { everythingOf } from '../store/plan.ts';
import { readAll } from '../store/read/read-all.ts';
import { selectMarked } from '../store/read/state.ts';
import { createTablesFile } from '../store/sqlite/tables-file.ts';
import type { Snapshot } from '../store/store.ts';
import { columnRows, describingTables, schemaVersion, tablesOf } from './schema.ts';

/**
 * Writes all content as a file of plain tables at `path`.
 * @param opened called once the file is there, and open
 * @returns the mark of the state that it has
 */
export async function writeTables(
  snapshot: Snapshot,
  resources: readonly Resource[],
  path: string,
  opened: () => void,
): Promise<string> {
  const tables = tablesOf(resources);
  const file = createTablesFile(path, [...describingTables, ...tables], schemaVersion);
  opened();
  try {
    const { revision, mark } = await snapshot.read(selectMarked);
    file.insert('_about', aboutRows(revision));
    file.insert('_columns', columnRows(tables));
    for (const { name, sqlTables } of resources)
      for await (const documents of readAll(snapshot, everythingOf(name)))
        for (const document of documents) {
          const item: unknown = JSON.parse(document);
          for (const [table, { rows }] of Object.entries(sqlTables)) file.insert(table, rows(item));
        }
    file.finish();
    return mark;
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** Nothing that differs each time: the same content gives the same file. */
function aboutRows(revision: number): [string, string][] {
  return [
    ['title', 'article-facts'],
    [
      'description',
      'Who said what, who took part in what, when, where and how much, as articles have it.',
    ],
    [
      'columns',
      'The table _columns tells what each column is; so do the comments of CREATE TABLE.',
    ],
    ['version', packageVersion()],
    ['revision', String(revision)],
  ];
}
