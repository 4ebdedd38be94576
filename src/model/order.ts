/** The types of the columns that lists are ordered by: what a cursor may have as their values. */
const columnTypes = {
  earliest: 'integer',
  id: 'text',
  name: 'text',
  number: 'integer',
  published: 'number',
  revision: 'integer',
  score: 'number',
  title: 'text',
  total: 'integer',
  type: 'text',
  value: 'number',
} as const;

export type OrderColumn = keyof typeof columnTypes;

/** What a list is ordered by: these columns, then the id. */
export interface Order {
  readonly columns: readonly OrderColumn[];
  /** No two rows have the same values there, so that no id is needed. */
  readonly unique?: boolean;
  /** The (one) column may be null: such rows come last, ascending and descending. */
  readonly nullable?: boolean;
}

/** Where a row stands in an order: its values of the order's key. */
export type Position = readonly (string | number | null)[];

/** All that decides where a row stands in an order. */
export function keyOf({ columns, unique = false }: Order): readonly OrderColumn[] {
  return unique ? columns : [...columns, 'id'];
}

/** Whether a row may stand there: there is a value of the right type for each column of the key. */
export function isPosition(order: Order, values: readonly unknown[]): values is Position {
  const key = keyOf(order);
  return (
    values.length === key.length &&
    key.every((column, index) => {
      const value = values[index];
      if (value === null) return order.nullable === true && order.columns.includes(column);
      return is[columnTypes[column]](value);
    })
  );
}

const is = {
  text: (value: unknown) =>
    typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  integer: Number.isSafeInteger,
  number: Number.isFinite,
};
