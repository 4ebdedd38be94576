import { unavailable } from '../http/problems.ts';
import { cutOff } from './texts.ts';

/** How often an item that is replaced meanwhile is read anew. */
const mostTries = 10;
/** Of a longer text a page shows the beginning, so that no page takes long to write. The data has all of it. */
const longestText = 20_000;

/**
 * Reads an item, and then what stands around it, of one state: where the item was replaced meanwhile,
 * anew from the beginning.
 * @throws ProblemError where it is replaced again and again
 */
export async function readWhole<Around>(
  read: () => Promise<string>,
  readAround: (document: unknown) => Promise<Around>,
): Promise<{ document: unknown; around: Around }> {
  for (let tries = 0; tries < mostTries; tries++) {
    const text = await read();
    const document = parseForPage(text);
    const around = await readAround(document);
    if ((await read()) === text) return { document, around };
  }
  throw unavailable('What is shown here is being replaced again and again.');
}

function parseForPage(text: string): unknown {
  if (text.length <= longestText) return JSON.parse(text);
  return JSON.parse(text, (_key, value) =>
    typeof value === 'string' ? cutOff(value, longestText) : value,
  );
}
