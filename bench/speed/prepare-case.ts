import { type Answer, askFor } from './ask.ts';
import { headersOf, putBare } from './bare.ts';
import type { Case } from './cases.ts';
import type { CaseFigures } from './figures.ts';
import type { Material } from './material.ts';
import type { Servers } from './servers.ts';
import { shuffle } from './shuffle.ts';
import { pickEvenly } from './statistics.ts';

/** A case with the URLs that are asked for. */
export interface Prepared {
  case: Case;
  figures: CaseFigures;
  kept: string;
  cold: string[];
}

const mostSamples = 48;
const sampleMs = 4_000;

/**
 * Of a sample of the answers behind different URLs, the one whose length is nearest to the mean is the kept
 * one, and its bytes are the bare server's: so all three send as much.
 * @returns null where the server has no such route
 */
export async function prepareCase(
  { ours, bare }: Servers,
  { name, title, ...rest }: Case,
  material: Material,
): Promise<Prepared | null> {
  const cold = shuffle(rest.toPaths(material));
  if (cold.length === 0) throw new Error(`there are no URLs for ${name}`);
  const sample: { path: string; answer: Answer }[] = [];
  const end = performance.now() + sampleMs;
  for (const path of pickEvenly(cold, mostSamples)) {
    const answer = await askFor(ours.address + path, {}, [200, 404]);
    if (answer.status === 404) return null;
    sample.push({ path, answer });
    if (performance.now() > end) break;
  }
  const mean = sample.reduce((sum, { answer }) => sum + answer.body.length, 0) / sample.length;
  const distance = ({ answer }: (typeof sample)[number]) => Math.abs(answer.body.length - mean);
  const [nearest] = sample.sort((left, right) => distance(left) - distance(right));
  if (nearest === undefined) throw new Error(`no answer for ${name}`);
  const { path, answer } = nearest;
  const { etag = '' } = answer.headers;
  const asked = rest.isNotModified ? { headers: { 'if-none-match': etag } } : {};
  const status = rest.isNotModified ? 304 : 200;
  const { body } = await askFor(ours.address + path, asked, [status]);
  await putBare(bare, `/${name}`, { status, headers: headersOf(answer, status), body });
  const bytes = body.length;
  return {
    case: { name, title, ...rest },
    figures: { name, title, bytes, coldBytes: Math.round(mean), bare: [], kept: [], cold: [] },
    kept: path,
    cold,
  };
}
