import type { Resource } from '../resource/resource.ts';
import type { TableShape } from '../store/tables.ts';

/** Of the tables' shape, as `PRAGMA user_version` has it: one more where something else than an addition changes. */
export const schemaVersion = 1;

/** The tables that tell what the others are. */
export const describingTables: readonly TableShape[] = [
  {
    name: '_about',
    about: 'What this file is.',
    columns: {
      name: { type: 'TEXT', about: 'Of what.' },
      value: { type: 'TEXT', about: 'The value.' },
    },
    key: ['name'],
  },
  {
    name: '_columns',
    about: 'What each column of the other tables is.',
    columns: {
      table_name: { type: 'TEXT', about: 'The table.' },
      column_name: { type: 'TEXT', about: 'The column; empty: the table itself.' },
      type: { type: 'TEXT', about: 'TEXT, INTEGER or REAL.' },
      refers_to: { type: 'TEXT', about: 'The table to whose id it refers.' },
      description: { type: 'TEXT', about: 'What it is.' },
    },
    key: ['table_name', 'column_name'],
  },
];

/** The tables of all resources, each once: several may have rows in one. */
export function tablesOf(resources: readonly Resource[]): TableShape[] {
  const tables = new Map<string, TableShape>();
  for (const { sqlTables } of resources)
    for (const [name, { about, columns, key }] of Object.entries(sqlTables))
      tables.set(name, { name, about, columns, key });
  return [...tables.values()];
}

/** The rows of `_columns`. */
export function columnRows(tables: readonly TableShape[]): (string | null)[][] {
  return tables.flatMap(({ name, about, columns }) => [
    [name, '', null, null, about],
    ...Object.entries(columns).map(([column, { type, references, about }]) => [
      name,
      column,
      type,
      references ?? null,
      about,
    ]),
  ]);
}
