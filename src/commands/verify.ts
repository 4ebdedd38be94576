import type { Config } from '../config.ts';
import { InputError, readText } from '../input.ts';
import { openConfiguredStore } from '../serve.ts';
import { print, printError } from '../terminal.ts';
import { verifyArticle } from '../verification/verify-article.ts';
import { exitCodes } from './exit-codes.ts';

/** Says how far a text is that of a stored article, and what of it isn't. */
export async function verify(config: Config, article: string, file: string): Promise<void> {
  const text = readText(file);
  const store = await openConfiguredStore(config);
  try {
    const result = await verifyArticle(store, article, text);
    if (result === null) throw new InputError(`there is no article ${article}`);
    const { fingerprint, repairs, matching, mismatching } = result;
    const { expected, found } = fingerprint;
    if (!fingerprint.matches)
      printError(
        `${file} is not the text of ${article}: sha256 ${found.sha256}, expected ${expected.sha256}; ${found.length} code points, expected ${expected.length}`,
      );
    if (repairs.length > 0) printError(`it would be after ${repairs.join(', ')}`);
    for (const { mention, found } of mismatching)
      printError(
        `${mention.factType} ${mention.fact}: expected “${mention.exact}” at ${mention.start}–${mention.end}, found “${found}”`,
      );
    print(
      `${article}: ${matching.length} of ${matching.length + mismatching.length} mentions match`,
    );
    if (!fingerprint.matches || mismatching.length > 0) process.exitCode = exitCodes.atFault;
  } finally {
    await store.close();
  }
}
