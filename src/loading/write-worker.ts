import { Tinypool } from 'tinypool';
import {
  type BundleWriter,
  type Change,
  createBundleWriter,
  type Put,
  type Stored,
} from '../bundle/write-bundles.ts';
import { ProblemError } from '../http/problem.ts';
import { busy, unusable } from '../http/problems.ts';
import { inPackage } from '../package.ts';
import { factTypes } from '../resources.ts';
import { openStore } from '../store/open-store.ts';
import { isBusy, StoreError } from '../store/store-error.ts';

/** What the thread is given at its start. */
export interface WriterData {
  location: string;
}

/** What became of a change; a problem, as what can be sent from thread to thread. */
export type Outcome =
  | { stored: Stored | null; problem?: undefined }
  | { problem: Pick<ProblemError, 'slug' | 'errors' | 'headers'> & { detail: string } };

const { location }: WriterData = Tinypool.workerData;
/** So long it waits for somebody else's lock: it does nothing but write. */
const busyTimeoutMs = 3_000;

let opened: Promise<BundleWriter> | null = null;

/** Opened at the first change, or anew where that failed: the database may be away for a while. */
function open(): Promise<BundleWriter> {
  opened ??= openWriter().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function openWriter(): Promise<BundleWriter> {
  try {
    const store = await openStore(location, inPackage('migrations'), { busyTimeoutMs });
    return createBundleWriter(store, factTypes);
  } catch (error) {
    if (isBusy(error)) throw busy();
    throw error instanceof StoreError ? unusable() : error;
  }
}

/** Done once it can write. */
export async function getReady(): Promise<void> {
  await open();
}

export function put(put: Put): Promise<Outcome> {
  return tell(async () => (await open()).put(put));
}

export function remove(change: Change): Promise<Outcome> {
  return tell(async () => {
    await (await open()).remove(change);
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
