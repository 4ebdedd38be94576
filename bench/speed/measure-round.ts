import { ask, askFor } from './ask.ts';
import type { Outcome, Round } from './figures.ts';
import type { Load } from './load.ts';
import type { Prepared } from './prepare-case.ts';
import { type Server, type Servers, waitUntilIdle, writing } from './servers.ts';

const mostHeaderBytes = 4_000;

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

  // The ETag may be another one since the content changed.
  const { etag = '' } = (await askFor(ours.address + kept)).headers;
  const header = isNotModified && (['if-none-match', etag] as const);
  const asked = header ? { headers: { [header[0]]: header[1] } } : {};
  const { body } = await askFor(ours.address + kept, asked, isNotModified ? 304 : 200);
  if (body.length !== figures.bytes)
    throw new Error(`${kept} has ${body.length} bytes, the bare server sends ${figures.bytes}`);
  figures.kept.push(
    await countKept(ours, () =>
      load.run({
        address: ours.address,
        paths: [kept],
        mode: 'again',
        ...(header && { header }),
      }),
    ),
  );
  for (const { answers, bytes } of [...figures.bare.slice(-1), ...figures.kept.slice(-1)])
    if (!isWithHeaders(bytes / answers, figures.bytes))
      throw new Error(
        `${name}: answers of ${bytes / answers} bytes have no body of ${figures.bytes}`,
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

/** What was received is counted with its headers, and with the beginning of answers that were cut off at the end. */
function isWithHeaders(received: number, body: number): boolean {
  return received > body && received < body * 1.02 + mostHeaderBytes;
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
  const text = { sha256: '0'.repeat(64), length: 1 };
  const bundle = { article: { id: article, language: 'en', title, text } };
  const put = { method: 'PUT', headers: writing, body: bundle };
  const { status, body } = await ask(`${address}/v1/articles/${article}/bundle`, put);
  if (status !== 200 && status !== 201)
    throw new Error(`changing an article was answered with ${status}: ${body}`);
}
