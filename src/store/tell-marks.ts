import { selectMark } from './read/state.ts';
import type { Store } from './store.ts';

/** The same store, each of whose reads tells the mark that its own snapshot has. */
export function tellMarks(store: Store, tell: (mark: string) => void): Store {
  return {
    ...store,
    ask: (question, plan, tellState) =>
      store.ask(question, plan, (state) => {
        tell(state.mark);
        tellState?.(state);
      }),
    read: (work) =>
      store.read(async (queries) => {
        tell(await selectMark(queries));
        return work(queries);
      }),
  };
}
