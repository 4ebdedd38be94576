/**
 * One record of several articles' (in the order of their ids): of a single value the first that
 * is not null, of lists the union, each item once.
 */
export function mergeRecords<Record extends object>(records: readonly Record[]): Record {
  const merged: { [key: string]: unknown } = {};
  for (const record of records)
    for (const [key, value] of Object.entries(record)) {
      const sofar = merged[key];
      if (Array.isArray(sofar) && Array.isArray(value)) merged[key] = union(sofar, value);
      else if (sofar === undefined || sofar === null) merged[key] = value;
    }
  return merged as Record;
}

/** Two references with one id are the same, however their articles name it. */
function union(left: unknown[], right: unknown[]): unknown[] {
  if (right.length === 0) return left;
  const known = new Set(left.map(keyOf));
  return [
    ...left,
    ...right.filter((item) => {
      const key = keyOf(item);
      return !known.has(key) && known.add(key);
    }),
  ];
}

function keyOf(item: unknown): string {
  return hasId(item) ? item.id : JSON.stringify(item);
}

function hasId(item: unknown): item is { id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';
}
