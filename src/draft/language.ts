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
/** Of what the likeliest language has less of it, nothing can be told; with less, no other is named. */
const least = { first: 0.25, other: 0.05 };

/** By each language, one that the model takes for it, whatever the text. */
const takenFor: ReadonlyMap<string, string> = new Map([
  ['id', 'ms'],
  ['ms', 'id'],
  ['am', 'ti'],
]);

/** So much of a text tells its language. */
const longest = 20_000;

/**
 * Loads fastText's model lid.176, which knows 176 languages. What it gives tells the languages (BCP 47) that
 * a text may be in, the likeliest first: one where it is sure, none where nothing is.
 */
export async function loadLanguageDetector(): Promise<(text: string) => Promise<string[]>> {
  const model = await getLIDModel();
  await model.load();
  return async (text) => {
    if (!/\p{L}/u.test(text)) return [];
    // The model reads one line.
    const line = text.slice(0, longest).toWellFormed().replaceAll(/\s+/g, ' ');
    return choose(await model.identify(line, 5));
  };
}

function choose(told: readonly Told[]): string[] {
  const likelihoods = new Map<string, number>();
  // Bokmål and Nynorsk are told apart, and both called Norwegian.
  for (const { alpha2, alpha3, possibility } of told) {
    const language = alpha2 ?? alpha3;
    likelihoods.set(language, (likelihoods.get(language) ?? 0) + possibility);
  }
  const byLikelihood = [...likelihoods].sort(([, left], [, right]) => right - left);
  const [first, second] = byLikelihood;
  if (first === undefined || first[1] < least.first) return [];
  const [language, likelihood] = first;
  const sister = takenFor.get(language);
  const isSure = likelihood >= sure.likelihood && likelihood >= sure.times * (second?.[1] ?? 0);
  if (isSure && sister === undefined) return [language];
  const likely = byLikelihood
    .filter((it, place) => place < 2 || it[1] >= least.other)
    .map(([it]) => it);
  return [...new Set([language, ...(sister === undefined ? [] : [sister]), ...likely])];
}
