/** Counts by name what a conversion meets, so that nothing is dropped in silence. */
export interface Tally {
  count(what: string, by?: number): void;
  /** The counts as lines, the highest first. */
  lines(): string[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    count(what, by = 1) {
      if (by > 0) counts.set(what, (counts.get(what) ?? 0) + by);
    },
    lines() {
      const sorted = [...counts].sort(([one, first], [other, second]) => {
        return second - first || (one < other ? -1 : 1);
      });
      return sorted.map(([what, count]) => `${String(count).padStart(7)}  ${what}`);
    },
  };
}
