/** Makes one record of those of several articles, added in the order of the articles' ids. */
export interface Merge<Record> {
  /** @returns whether the record adds something to those before it; leaving it out changes nothing if not */
  add(record: Record): boolean;
  /** Of a single value the first that is not null; of lists, and of texts by language, the union, each once. */
  merged: Record;
}

export function createMerge<Record extends object>(): Merge<Record> {
  const merged: { [key: string]: unknown } = {};
  const known = new Map<string, Set<string>>();
  return { add, merged: merged as Record };

  function add(record: Record): boolean {
    let adds = false;
    for (const [key, value] of Object.entries(record)) {
      const sofar = merged[key];
      if (Array.isArray(sofar) && Array.isArray(value)) {
        if (addItems(key, sofar, value)) adds = true;
      } else if (isTexts(sofar) && isTexts(value)) {
        for (const [language, text] of Object.entries(value)) {
          if (sofar[language] !== undefined) continue;
          sofar[language] = text;
          adds = true;
        }
      } else if (sofar === undefined || (sofar === null && value !== null)) {
        // More may be added to it.
        merged[key] = copy(value);
        adds = true;
      }
    }
    return adds;
  }

  function addItems(key: string, sofar: unknown[], items: readonly unknown[]): boolean {
    if (items.length === 0) return false;
    const keys = known.get(key) ?? new Set(sofar.map(keyOf));
    known.set(key, keys);
    const before = keys.size;
    for (const item of items) {
      const itemKey = keyOf(item);
      if (keys.has(itemKey)) continue;
      keys.add(itemKey);
      sofar.push(item);
    }
    return keys.size > before;
  }
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return isTexts(value) ? { ...value } : value;
}

/** Two references with one id are the same, however their articles name it. */
function keyOf(item: unknown): string {
  return isReference(item) ? item.id : JSON.stringify(item);
}

/** Indonesian is `id` among the languages of a text; no language is `kind`. */
function isReference(item: unknown): item is { id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && 'kind' in item;
}

function isTexts(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && !isReference(item);
}
