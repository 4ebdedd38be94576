import tag, { join as joinSome, raw, type Sql } from 'sql-template-tag';

/** A piece of SQL, or a whole statement, with the values that go with it. */
export type { Sql };

/** What SQL is written with: a value in it goes with the statement, and another piece becomes a part of it. */
export const sql = Object.assign(tag, { raw, ref, literal, join });

/** The name of a table or a column, `table.column` too. */
function ref(text: string): Sql {
  return raw(
    text
      .split('.')
      .map((part) => `"${part.replaceAll('"', '""')}"`)
      .join('.'),
  );
}

/** A value that stands in the text itself, so that it is known when the statement is planned. */
function literal(value: string | number): Sql {
  return raw(typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`);
}

/** Nothing, where there are none. */
function join(parts: readonly unknown[], separator = ', '): Sql {
  return parts.length === 0 ? raw('') : joinSome(parts, separator);
}
