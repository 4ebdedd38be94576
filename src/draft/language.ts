import { getLIDModel } from 'fasttext.wasm.js';

/** As the model tells it: the package's own types can't be read by TypeScript. */
interface Told {
  /** ISO 639-1. */
  alpha2: string | null;
  /** ISO 639-3. */
  alpha3: string;
  possibility: number;
}

/** It is sure where the first language has so much of all likelihood, and so many times that of the second. */
const sure = { likelihood: 0.65, times: 4 };
/** No language that may be meant has less of it. */
const least = 0.05;

/** By each language, one that the model takes for it, whatever the text. */
const takenFor: ReadonlyMap<string, string> = new Map([
  ['id', 'ms'],
  ['ms', 'id'],
  ['am', 'ti'],
]);

/** So much of a text tells its language. */
const longest = 20_000;

/**
 * The languages (BCP 47) that a text may be in, the likeliest first: one where it is sure, none where nothing is.
 * They are told by fastText's model lid.176, which knows 176 languages.
 */
export async function detectLanguages(text: string): Promise<string[]> {
  if (!/\p{L}/u.test(text)) return [];
  const model = await getLIDModel();
  // The model reads one line.
  const line = text.slice(0, longest).toWellFormed().replaceAll(/\s+/g, ' ');
  const told: Told[] = await model.identify(line, 5);
  const found = told.map(({ alpha2, alpha3, possibility }) => ({
    language: alpha2 ?? alpha3,
    likelihood: possibility,
  }));
  const [first, second] = found;
  if (first === undefined) return [];
  const likely = found
    .filter(({ likelihood }) => likelihood >= least)
    .map(({ language }) => language);
  const other = takenFor.get(first.language);
  if (other !== undefined) return [...new Set([first.language, other, ...likely])];
  const isSure =
    first.likelihood >= sure.likelihood &&
    first.likelihood >= sure.times * (second?.likelihood ?? 0);
  return isSure ? [first.language] : [...new Set(likely)];
}
