import { createBundleReader } from '../bundle/check.ts';
import { readJsonFile, readText } from '../input.ts';
import { describeFault } from '../model/fault.ts';
import { factTypes } from '../resources.ts';
import { exitCodes } from './exit-codes.ts';

/** Says of each file whether it is a right bundle, and names every fault of those that aren't. */
export function check(files: readonly string[], { text: textFile }: { text?: string }): void {
  const reader = createBundleReader(factTypes);
  const text = textFile === undefined ? undefined : readText(textFile);
  for (const file of files) {
    const { value, faults: unusable } = readJsonFile(file);
    const faults = unusable.length > 0 ? unusable : reader.read(value, text).faults;
    for (const fault of faults) console.error(describeFault(fault, file));
    if (faults.length > 0) process.exitCode = exitCodes.atFault;
    else console.log(`${file}: right`);
  }
}
