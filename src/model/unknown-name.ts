import { distance } from 'fastest-levenshtein';

/** The rest of a sentence that begins with a name that nothing here has, with the nearest that there is. */
export function describeUnknown(kind: string, known: readonly string[], name: string): string {
  if (known.length === 0) return `is not a ${kind} here: there are none`;
  const nearest = findNearest(known, name);
  return nearest === null
    ? `is not a ${kind} here; there are ${known.join(', ')}`
    : `is not a ${kind} here; did you mean ${nearest}?`;
}

/** Which of the names was meant: the one that is a slip away, or begins as it does; null where none is near. */
export function findNearest(known: readonly string[], name: string): string | null {
  const written = plain(name.slice(0, 100));
  let nearest: { it: string; far: number } | null = null;
  for (const it of known) {
    const far = distance(plain(it), written);
    if (far < (nearest?.far ?? Number.POSITIVE_INFINITY)) nearest = { it, far };
  }
  if (nearest === null) return null;
  if (nearest.far <= Math.max(1, written.length / 3) && nearest.far < written.length)
    return nearest.it;
  const beginning = known.filter((it) => beginsAs(plain(it), written));
  return beginning.length === 1 ? (beginning[0] ?? null) : null;
}

/** Without what people write otherwise in one name: `date_from`, `dateFrom`, `Date-From`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** `descending` and `desc`; but a letter or two say nothing. */
function beginsAs(one: string, other: string): boolean {
  return (
    Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one))
  );
}
