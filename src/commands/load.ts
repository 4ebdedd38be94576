import type { Config } from '../config.ts';
import { InputError, readText } from '../input.ts';
import { loadFiles } from '../loading/load-files.ts';
import type { FileOutcome, Loaded } from '../loading/store-batch.ts';
import { describeFault } from '../model/fault.ts';
import { describeNotice, type Notice } from '../model/notice.ts';
import { openConfiguredStore } from '../serve.ts';
import { withoutPassword } from '../store/open-store.ts';
import { print, printError } from '../terminal.ts';
import { exitCodes } from './exit-codes.ts';
import { startProgress } from './progress.ts';
import { openTrialStore } from './trial-store.ts';

interface Options {
  /** File of the text of the one article there is. */
  text?: string;
  /** Tries it on a copy. */
  dryRun?: true;
  /** Refuses what looks wrong. */
  strict?: true;
}

/** Stores the bundles that are right, names every fault of the others, and sums up. */
export async function load(
  config: Config,
  files: readonly string[],
  { text: textFile, dryRun, strict }: Options,
): Promise<void> {
  const text = textFile === undefined ? undefined : readText(textFile);
  const store = await (dryRun ? openTrialStore : openConfiguredStore)(config);
  if (store.readOnly) {
    await store.close();
    throw new InputError(
      `${withoutPassword(config.database)} can't be written: check who may write it and its folder, and whether its disk can be`,
    );
  }
  const none = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  const counts = { ...none };
  let noticed = 0;
  const remark = (notices: readonly Notice[], file = '') => {
    noticed += notices.length;
    for (const notice of notices) progress.print(describeNotice(notice, file));
  };
  const planned: string[] = [];
  const told = new Set<string>();
  const progress = startProgress(files.length, 'files');
  const report = (outcomes: readonly FileOutcome[]) => {
    for (const { file, outcome, notices } of outcomes) {
      if (typeof outcome === 'string') {
        remark(notices, file);
        counts[outcome]++;
        if (outcome !== 'unchanged') planned.push(`${file}: ${outcome}`);
      } else {
        counts.refused++;
        for (const line of outcome.map((fault) => describeFault(fault, file))) {
          if (!told.has(line)) progress.print(line);
          told.add(line);
        }
      }
    }
    progress.advance(outcomes.length);
  };
  const restart = () => {
    Object.assign(counts, none);
    noticed = 0;
    planned.length = 0;
    progress.restart();
  };
  const stopping = new AbortController();
  // Who asks twice means at once, which leaves whole articles too.
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  let loaded: Loaded;
  try {
    loaded = await loadFiles(store, files, report, {
      text,
      strict,
      stopping: stopping.signal,
      remark,
      restart,
    });
  } finally {
    process.off('SIGINT', stop);
    progress.end();
    await store.close();
  }
  if (loaded !== 'all') process.exitCode = exitCodes.interrupted;
  else if (counts.refused > 0) process.exitCode = exitCodes.atFault;
  if (loaded === 'none') return printError('interrupted: nothing was stored');
  if (loaded === 'reported') printError('interrupted: the other files were not loaded');
  if (dryRun) for (const line of planned) print(line);
  const summary = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  if (noticed > 0) summary.push(`${noticed} ${noticed === 1 ? 'notice' : 'notices'}`);
  print(`${summary.join(', ')}${dryRun ? ' (a dry run: nothing is stored)' : ''}`);
}
