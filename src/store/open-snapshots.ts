import type { Snapshot } from './store.ts';

/** The snapshots that are open: they are closed with their store. */
export interface OpenSnapshots {
  /** @returns it, forgotten once it is closed */
  add(snapshot: Snapshot): Snapshot;
  close(): Promise<void>;
}

export function createOpenSnapshots(): OpenSnapshots {
  const open = new Set<Snapshot>();
  return {
    add(snapshot) {
      const tracked = {
        ...snapshot,
        async close() {
          await snapshot.close();
          open.delete(tracked);
        },
      };
      open.add(tracked);
      return tracked;
    },
    async close() {
      for (const snapshot of open) await snapshot.close();
    },
  };
}
