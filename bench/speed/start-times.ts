import { join } from 'node:path';
import { removeDatabase } from './databases.ts';
import type { Launch } from './launch.ts';
import { startOurs } from './servers.ts';

/** How long each of so many starts takes until the first answer. */
export async function measureStarts(
  launch: Launch,
  database: string,
  rounds: number,
  seed: 'on' | 'off' = 'off',
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startOurs(launch, database, seed);
    times.push(server.firstAnswerMs);
    await server.stop();
  }
  return times;
}

/** With a database that doesn't exist yet, and with one that has the seed. */
export async function measureStartsWithSeed(launch: Launch, folder: string, rounds: number) {
  const database = join(folder, 'seed.db');
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    removeDatabase(database);
    empty.push(...(await measureStarts(launch, database, 1, 'on')));
  }
  return { empty, seeded: await measureStarts(launch, database, rounds, 'on') };
}
