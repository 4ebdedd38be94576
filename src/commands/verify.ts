import type { Config } from '../config.ts';
import { InputError, readText } from '../input.ts';
import type { FactMention } from '../model/mention.ts';
import { openConfiguredStore } from '../serve.ts';
import { print, printError } from '../terminal.ts';
import { compare } from '../verification/compare.ts';
import { readComparable } from '../verification/verify-article.ts';
import { exitCodes } from './exit-codes.ts';

/** Says where the mentions of a stored article stand in a text, and which of them don't. */
export async function verify(config: Config, article: string, file: string): Promise<void> {
  const text = readText(file);
  const store = await openConfiguredStore(config);
  try {
    const comparable = await readComparable(store, article, text);
    if (comparable === null) throw new InputError(`there is no article ${article}`);
    const { fingerprint, repairs, matching, moved, undecided, mismatching } = compare(comparable);
    const { expected, found } = fingerprint;
    if (!fingerprint.matches)
      printError(
        `${file} is not the text of ${article}: sha256 ${found.sha256}, expected ${expected.sha256}; ${found.length} code points, expected ${expected.length}`,
      );
    if (repairs.length > 0) printError(`it would be after ${repairs.join(', ')}`);
    for (const { mention, at, difference } of moved)
      print(
        `${nameOf(mention)} stands at ${inWords(at)}${difference === 'none' ? '' : ', in other typography'}`,
      );
    for (const { mention, places } of undecided)
      printError(
        `${nameOf(mention)}: the text doesn’t tell where it is${places.length === 0 ? '' : `; its words stand at ${places.map(inWords).join(', ')}`}`,
      );
    for (const { mention, found } of mismatching)
      printError(
        `${nameOf(mention)}: ${found === null ? 'does not stand in the text' : `found “${found}”`}`,
      );
    const total = [matching, moved, undecided, mismatching].reduce((sum, it) => sum + it.length, 0);
    print(
      `${article}: ${matching.length} of ${total} mentions match, ${moved.length} stand elsewhere or in other typography, ${undecided.length} can’t be told, ${mismatching.length} do not stand there`,
    );
    if (undecided.length + mismatching.length > 0) process.exitCode = exitCodes.atFault;
  } finally {
    await store.close();
  }
}

function nameOf({ factType, fact, exact, ...place }: FactMention): string {
  return `${factType} ${fact}: “${exact}” of ${inWords(place)}`;
}

function inWords({ start, end }: { start: number; end: number }): string {
  return `${start}–${end}`;
}
