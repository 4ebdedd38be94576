import { type Answer, ask, askFor } from './ask.ts';
import type { BareAnswer } from './bare-server.ts';
import type { Case } from './cases.ts';
import type { CaseFigures, Outcome, Round } from './figures.ts';
import type { Load } from './load.ts';
import type { Material } from './material.ts';
import { type Server, waitUntilIdle, writing } from './server.ts';
import { shuffle } from './shuffle.ts';
import { pickEvenly } from './statistics.ts';

export interface Servers {
  ours: Server;
  bare: Server;
}

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
    const answer = await ask(ours.address + path);
    if (answer.status === 404) return null;
    if (answer.status !== 200)
      throw new Error(`${path} was answered with ${answer.status}: ${answer.body}`);
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
  const { body } = await askFor(ours.address + path, asked, status);
  await putBare(bare, `/${name}`, { status, headers: headersOf(answer, status), body });
  const bytes = body.length;
  return {
    case: { name, title, ...rest },
    figures: { name, title, bytes, coldBytes: Math.round(mean), bare: [], kept: [], cold: [] },
    kept: path,
    cold,
  };
}

/** What an answer isn't useful without; whatever else ours has is its own cost. */
function headersOf({ headers }: Answer, status: number): Record<string, string> {
  const needed = ['etag', 'cache-control', ...(status === 304 ? [] : ['content-type'])];
  const length = status === 304 ? [] : [['content-length', headers['content-length'] ?? '']];
  return Object.fromEntries([...needed.map((name) => [name, headers[name] ?? '']), ...length]);
}

export async function putBare(
  { address }: Server,
  path: string,
  { body, ...rest }: Omit<BareAnswer, 'body'> & { body: Buffer },
): Promise<void> {
  const sent: BareAnswer = { ...rest, body: body.toString('base64') };
  await askFor(address + path, { method: 'PUT', body: sent }, 204);
}

/** One load of the bare server, of the same URL again and again, and of different ones; into the figures. */
export async function measureRound(
  { case: { name, isNotModified }, figures, kept, cold }: Prepared,
  { ours, bare }: Servers,
  load: Load,
  round: { number: number; of: number },
): Promise<void> {
  await waitUntilIdle(ours);
  figures.bare.push(
    await mustSucceed(load.run({ address: bare.address, paths: [`/${name}`], mode: 'again' })),
  );

  const { headers, body } = await askFor(ours.address + kept);
  const { etag = '' } = headers;
  if (!isNotModified && body.length !== figures.bytes)
    throw new Error(`${kept} has ${body.length} bytes, the bare server sends ${figures.bytes}`);
  figures.kept.push(
    await countKept(ours, () =>
      load.run({
        address: ours.address,
        paths: [kept],
        mode: 'again',
        ...(isNotModified && { header: ['if-none-match', etag] }),
      }),
    ),
  );
  if (isNotModified) return;

  await outdateAnswers(ours);
  // Other URLs than in the round before, whose rows may still be at hand.
  const from = Math.floor((cold.length * round.number) / round.of);
  const paths = [...cold.slice(from), ...cold.slice(0, from)];
  figures.cold.push(
    await countKept(ours, () => load.run({ address: ours.address, paths, mode: 'once' })),
  );
  await waitUntilIdle(ours);
}

async function mustSucceed(outcome: Promise<Outcome>): Promise<Outcome> {
  const { failed, answers } = await outcome;
  if (failed > 0 || answers === 0)
    throw new Error(`the bare server failed ${failed} times and answered ${answers} times`);
  return outcome;
}

async function countKept({ address }: Server, run: () => Promise<Outcome>): Promise<Round> {
  const before = await readHits(address);
  const outcome = await run();
  const after = await readHits(address);
  const fromKept =
    before === null || after === null || outcome.answers === 0
      ? null
      : Math.min(1, (after - before) / outcome.answers);
  return { ...outcome, fromKept };
}

async function readHits(address: string): Promise<number | null> {
  const { body } = await askFor(`${address}/metrics`);
  const [, hits] =
    /^article_facts_response_cache_total\{result="hit"\} (\d+)$/m.exec(body.toString()) ?? [];
  return hits === undefined ? null : Number(hits);
}

const article = 'article-that-changes';

/** A change of the content, after which no answer that was kept is right any more. */
async function outdateAnswers({ address }: Server): Promise<void> {
  const title = { en: `Changed after ${performance.now()} ms` };
  const bundle = { article: { id: article, language: 'en', title } };
  const put = { method: 'PUT', headers: writing, body: bundle };
  const { status, body } = await ask(`${address}/v1/articles/${article}/bundle`, put);
  if (status !== 200 && status !== 201)
    throw new Error(`changing an article was answered with ${status}: ${body}`);
}
