import { askFor } from './ask.ts';
import type { Outcome, Round } from './figures.ts';
import type { Asked, Load } from './load.ts';
import type { Prepared } from './prepare-case.ts';
import { type Server, type Servers, waitUntilIdle, writing } from './servers.ts';

/** More than any answer has. */
const mostHeaderBytes = 4_000;

/** So many loads of different URLs; after them, the engine has compiled what a server in service runs. */
const warmingLoads = 3;

/** Asks for it as the rounds will, without measuring. */
export async function warmUp({ cold }: Prepared, { ours }: Servers, load: Load): Promise<void> {
  for (let time = 0; time < warmingLoads; time++)
    await load.run({ address: ours.address, paths: cold, mode: 'again' });
  await waitUntilIdle(ours);
}

/**
 * One load of the bare server, one of the same URL again and again, and one of different URLs; what came of
 * them goes into the figures.
 */
export async function measureRound(
  prepared: Prepared,
  { ours, bare }: Servers,
  load: Load,
  round: { number: number; of: number },
): Promise<void> {
  const { case: what, figures, kept, cold } = prepared;
  await waitUntilIdle(ours);
  const path = `/${what.name}`;
  const beside = await load.run({ address: bare.address, paths: [path], mode: 'again' });
  if (beside.failed > 0) throw new Error(`the bare server failed ${beside.failed} times`);
  checkLengths(beside, prepared, load);
  figures.bare.push(beside);

  const header = await findCondition(ours, prepared);
  const again = { address: ours.address, paths: [kept], mode: 'again', ...header } as const;
  const same = await countKept(ours, () => load.run(again));
  if (same.failed === 0) checkLengths(same, prepared, load);
  figures.kept.push(same);
  if (what.isNotModified) return;

  await outdateAnswers(ours);
  // Other URLs than in the round before, whose rows may still be at hand.
  const from = Math.floor((cold.length * round.number) / round.of);
  const paths = [...cold.slice(from), ...cold.slice(0, from)];
  const once = { address: ours.address, paths, mode: 'once' } as const;
  figures.cold.push(await countKept(ours, () => load.run(once)));
  await waitUntilIdle(ours);
}

/**
 * The header that somebody sends who has the answer already; none in other cases.
 * @throws Error where our answer isn't as long as the bare server's
 */
async function findCondition(
  { address }: Server,
  { case: { isNotModified }, figures, kept }: Prepared,
): Promise<Pick<Asked, 'header'>> {
  let answer = await askFor(address + kept);
  const header = ['if-none-match', answer.headers.etag ?? ''] as const;
  if (isNotModified)
    answer = await askFor(address + kept, { headers: { [header[0]]: header[1] } }, [304]);
  if (answer.body.length !== figures.bytes)
    throw new Error(
      `${kept} has ${answer.body.length} bytes, but the bare server sends ${figures.bytes}`,
    );
  return isNotModified ? { header } : {};
}

/** @throws Error where the answers that came were shorter or longer than the one that was looked at */
function checkLengths(
  { answers, bytes }: Outcome,
  { case: { name }, figures }: Prepared,
  { connections }: Load,
): void {
  // At the end, an answer may be under way on each connection.
  const most = (answers + connections) * (figures.bytes + mostHeaderBytes);
  if (answers === 0 || bytes < answers * figures.bytes || bytes > most)
    throw new Error(
      `${name}: ${answers} answers of ${figures.bytes} bytes can't be ${bytes} bytes`,
    );
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
export async function outdateAnswers({ address }: Server): Promise<void> {
  const title = { en: `Changed after ${performance.now()} ms` };
  const text = { sha256: '0'.repeat(64), length: 1 };
  const bundle = { article: { id: article, language: 'en', title, text } };
  const put = { method: 'PUT', headers: writing, body: bundle };
  await askFor(`${address}/v1/articles/${article}/bundle`, put, [200, 201]);
}
