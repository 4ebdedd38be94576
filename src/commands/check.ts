import { createBundleReader } from '../bundle/check.ts';
import { readBundleFile, readText } from '../input.ts';
import { describeFault } from '../model/fault.ts';
import { factTypes } from '../resources.ts';
import { print, printError } from '../terminal.ts';
import { exitCodes } from './exit-codes.ts';

/** Says of each file whether it is a right bundle, and names the faults of those that aren't. */
export function check(files: readonly string[], { text: textFile }: { text?: string }): void {
  const reader = createBundleReader(factTypes);
  const text = textFile === undefined ? undefined : readText(textFile);
  for (const file of files) {
    const { faults } = readBundleFile(file, reader, text);
    for (const fault of faults) printError(describeFault(fault, file));
    if (faults.length > 0) process.exitCode = exitCodes.atFault;
    else print(`${file}: right`);
  }
}
