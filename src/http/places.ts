import { unavailable } from './problems.ts';

/** Takes one of a number of places, and gives what leaves it. */
export type TakePlace = () => () => void;

/** Each export holds a connection to the database, and keeps its log from being cleared. */
const mostExports = 8;

/** @returns what throws a problem where no place is left */
export function createPlaces(most = mostExports): TakePlace {
  let taken = 0;
  return () => {
    if (taken === most)
      throw unavailable(`No more than ${most} exports run at one time, and so many do.`);
    taken++;
    return () => {
      taken--;
    };
  };
}
