/** Where words stand, in UTF-16 units, end-exclusive. */
export interface Span {
  start: number;
  end: number;
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
