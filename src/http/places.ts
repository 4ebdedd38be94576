import type { Asker } from './asker.ts';
import { unavailable } from './problems.ts';

/** Takes one of a number of places for whoever asks, and gives what leaves it. */
export type TakePlace = () => () => void;

/** Each export holds a connection to the database, and keeps its log from being cleared. */
const mostExports = 8;

/**
 * An address may take a place as long as it has fewer than are free: half of them where nobody else has any,
 * so that there is always one for another address until several have them all.
 * @param askerNow whoever made the request that a place is taken for
 * @returns what throws a problem where no place is left for them
 */
export function createPlaces(askerNow: () => Asker | undefined, most = mostExports): TakePlace {
  const taken = new Map<string, number>();
  let free = most;
  return () => {
    if (free === 0)
      throw unavailable(`No more than ${most} exports run at one time, and so many do.`);
    const name = askerNow()?.name ?? '';
    const own = taken.get(name) ?? 0;
    if (own >= free)
      throw unavailable(
        `Of the ${most} exports that may run at one time, ${own} are of this address; what is left is for others.`,
      );
    add(name, 1);
    return () => add(name, -1);
  };

  function add(name: string, places: 1 | -1): void {
    const own = (taken.get(name) ?? 0) + places;
    if (own === 0) taken.delete(name);
    else taken.set(name, own);
    free -= places;
  }
}
