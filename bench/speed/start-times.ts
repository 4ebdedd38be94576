import type { Engine } from './engines.ts';
import type { Launch } from './launch.ts';
import { startOurs } from './servers.ts';

/** How long each of so many starts takes until the first answer. */
export async function measureStarts(
  launch: Launch,
  url: string,
  rounds: number,
  seed: 'on' | 'off' = 'off',
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startOurs(launch, url, seed);
    times.push(server.firstAnswerMs);
    await server.stop();
  }
  return times;
}

/** With a database that doesn't exist yet, and with one that has the seed. */
export async function measureStartsWithSeed(launch: Launch, engine: Engine, rounds: number) {
  const database = { name: 'seed', isKept: false };
  const url = engine.urlOf(database);
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await engine.create(database);
    empty.push(...(await measureStarts(launch, url, 1, 'on')));
  }
  return { empty, seeded: await measureStarts(launch, url, rounds, 'on') };
}
