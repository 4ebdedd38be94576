import { distance } from 'fastest-levenshtein';

/** The rest of a sentence that begins with a name that nothing here has, with the nearest that there is. */
export function describeUnknown(kind: string, known: readonly string[], name: string): string {
  if (known.length === 0) return `is not a ${kind} here: there are none`;
  const written = name.slice(0, 100).toLowerCase();
  const nearest = known
    .map((it) => ({ it, far: distance(it.toLowerCase(), written) }))
    .reduce((best, next) => (next.far < best.far ? next : best));
  return nearest.far <= Math.max(1, written.length / 3)
    ? `is not a ${kind} here; did you mean ${nearest.it}?`
    : `is not a ${kind} here; there are ${known.join(', ')}`;
}
