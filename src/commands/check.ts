import { createBundleReader } from '../bundle/check.ts';
import type { Config } from '../config.ts';
import { readBundleFile, readText } from '../input.ts';
import { loadFiles } from '../loading/load-files.ts';
import type { FileOutcome } from '../loading/store-batch.ts';
import { describeFault, type Fault } from '../model/fault.ts';
import { describeNotice, type Notice } from '../model/notice.ts';
import { factTypes } from '../resources.ts';
import { print, printError } from '../terminal.ts';
import { exitCodes } from './exit-codes.ts';
import { openTrialStore } from './trial-store.ts';

/** Says of each file whether it is a right bundle, names the faults of those that aren't, and what looks wrong. */
export function check(files: readonly string[], { text: textFile }: { text?: string }): void {
  const reader = createBundleReader(factTypes);
  const text = textFile === undefined ? undefined : readText(textFile);
  for (const file of files) {
    const { faults, notices } = readBundleFile(file, reader, text);
    tell(file, faults, notices);
  }
}

/** The same, and whether the articles that the configured database has contradict it: tried on a copy. */
export async function checkAgainst(
  config: Config,
  files: readonly string[],
  { text: textFile }: { text?: string },
): Promise<void> {
  const text = textFile === undefined ? undefined : readText(textFile);
  const store = await openTrialStore(config);
  try {
    const report = (outcomes: readonly FileOutcome[]) => {
      for (const { file, outcome, notices } of outcomes)
        tell(file, typeof outcome === 'string' ? [] : outcome, notices);
    };
    const remark = (notices: readonly Notice[]) => {
      for (const notice of notices) printError(describeNotice(notice));
    };
    await loadFiles(store, files, report, { text, remark });
  } finally {
    await store.close();
  }
}

function tell(file: string, faults: readonly Fault[], notices: readonly Notice[]): void {
  for (const fault of faults) printError(describeFault(fault, file));
  for (const notice of notices) printError(describeNotice(notice, file));
  if (faults.length > 0) process.exitCode = exitCodes.atFault;
  else print(`${file}: right`);
}
