import type { Mention } from './mention.ts';

/**
 * The runs of a quote's words: each begins with a mention that doesn't continue another, and goes on with
 * those that do. A run is the quotation once; two runs are the same quotation twice.
 */
export function runsOf(mentions: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of mentions) {
    if (mention.role !== 'content') continue;
    const last = runs.at(-1);
    if (mention.continues && last !== undefined) last.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

export function joinPieces(pieces: readonly Pick<Mention, 'exact'>[]): string {
  return pieces.map(({ exact }) => exact).join('\n');
}
