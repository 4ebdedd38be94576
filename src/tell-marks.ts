import type { Asker } from './store/fair-turns.ts';
import { selectMarked } from './store/read/state.ts';
import type { Store } from './store/store.ts';

/**
 * The same store, each of whose reads tells the mark that its own snapshot has.
 * @param askerNow gives whoever asks now
 */
export function tellMarks(
  store: Store,
  tell: (mark: string) => void,
  askerNow: () => Asker | undefined,
): Store {
  return {
    ...store,
    ask: (question, plan, options) =>
      store.ask(question, plan, {
        ...options,
        tell(state) {
          if (!state.isPassing) tell(state.mark);
          options?.tell?.(state);
        },
        asker: askerNow(),
      }),
    read: (work) =>
      store.read(async (queries) => {
        tell((await selectMarked(queries)).mark);
        return work(queries);
      }, askerNow()),
  };
}
