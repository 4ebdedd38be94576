import { selectRevision } from './read/state.ts';
import type { Store } from './store.ts';

/** The same store, each of whose reads tells the revision that its own snapshot has. */
export function tellRevisions(store: Store, tell: (revision: number) => void): Store {
  return {
    ...store,
    ask: (question, plan, tellState) =>
      store.ask(question, plan, (state) => {
        tell(state.revision);
        tellState?.(state);
      }),
    read: (work) =>
      store.read(async (queries) => {
        tell(await selectRevision(queries));
        return work(queries);
      }),
  };
}
