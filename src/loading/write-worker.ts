import { Tinypool } from 'tinypool';
import { type Change, createBundleWriter, type Put, type Stored } from '../bundle/write-bundles.ts';
import { ProblemError } from '../http/problems.ts';
import { inPackage } from '../package.ts';
import { factTypes } from '../resources.ts';
import { openStore } from '../store/open-store.ts';
import { busyTimeoutMs } from '../store/sqlite/connection.ts';

/** What the thread is given at its start. */
export interface WriterData {
  location: string;
}

/** What became of a change; a problem, as what can be sent from thread to thread. */
export type Outcome =
  | { stored: Stored | null; problem?: undefined }
  | { problem: Pick<ProblemError, 'slug' | 'errors' | 'headers'> & { detail: string } };

const { location }: WriterData = Tinypool.workerData;
const store = await openStore(location, inPackage('migrations'), {
  busyTimeoutMs: busyTimeoutMs.writing,
});
const writer = createBundleWriter(store, factTypes);

/** Done as soon as this module is loaded. */
export function getReady(): void {}

export function put(put: Put): Promise<Outcome> {
  return tell(() => writer.put(put));
}

export function remove(change: Change): Promise<Outcome> {
  return tell(async () => {
    await writer.remove(change);
    return null;
  });
}

async function tell(work: () => Promise<Stored | null>): Promise<Outcome> {
  try {
    return { stored: await work() };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { slug, message: detail, errors, headers } = error;
    return { problem: { slug, detail, errors, headers } };
  }
}
