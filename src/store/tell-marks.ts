import { selectMark } from './read/state.ts';
import type { Store } from './store.ts';

/**
 * The same store, each of whose reads tells the mark that its own snapshot has.
 * @param watch gives what knows whether whoever asks now has gone
 */
export function tellMarks(
  store: Store,
  tell: (mark: string) => void,
  watch: () => (() => boolean) | undefined,
): Store {
  return {
    ...store,
    ask: (question, plan, tellState) =>
      store.ask(
        question,
        plan,
        (state) => {
          if (!state.isPassing) tell(state.mark);
          tellState?.(state);
        },
        watch(),
      ),
    read: (work) =>
      store.read(async (queries) => {
        tell(await selectMark(queries));
        return work(queries);
      }),
  };
}
