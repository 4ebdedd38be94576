import { setImmediate } from 'node:timers/promises';

/** Waits until others have had their turn of the event loop, where the work in hand has held it for a while. */
export type Pause = () => Promise<void>;

/** So long may work go on before others get their turn. */
const mostMs = 2;

/**
 * Lets pieces of long work take turns with all else that the process has to do. However many such works
 * are under way, each turn of the event loop has a piece of one of them.
 * @returns what begins such a work; its first pause always waits, as much may have been done before
 */
export function createTurns(): { begin(): Pause } {
  let last: Promise<void> = Promise.resolve();
  return {
    begin() {
      let end = 0;
      return async () => {
        if (performance.now() < end) return;
        last = last.then(() => setImmediate());
        await last;
        end = performance.now() + mostMs;
      };
    },
  };
}
