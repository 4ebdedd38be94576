import { strict as assert } from 'node:assert';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildApp } from '../src/app.ts';
import { loadSeeds } from '../src/loading/seed.ts';
import { inPackage } from '../src/package.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { openStore } from '../src/store/sqlite/open.ts';

// What the process takes for so many different answers, small and compressed, of which it keeps as many
// as there is room for.

const count = Number(process.argv[2] ?? 60_000);
const encoding = process.argv[3] ?? 'gzip';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const store = openStore(':memory:', readMigrations(inPackage('migrations/sqlite')));
await loadSeeds(store, inPackage('seed'));
const app = await buildApp({ config: { logLevel: 'silent' }, store });
await app.ready();

// What is compiled and cached of the rest is there before. Errors take no room among the answers.
for (let round = 0; round < 2_000; round++) await ask('/v1/quotes/no-such-quote', 404);
const before = await memory();
let bytes = 0;
for (let day = 0; day < count; day++) {
  // All events are later than the day that is asked for, so the answers are of one size.
  const from = new Date(Date.UTC(1800, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
  bytes += await ask(`/v1/events?limit=4&from=${from}`, 200);
}
const after = await memory();
console.log(`${count} answers of ${Math.round(bytes / count)} bytes (${encoding})`);
console.log(`held: ${grown('arrayBuffers')} MiB of bodies, ${grown('heapUsed')} MiB of the rest`);
console.log(`the process grew by ${grown('rss')} MiB`);
// As much as src/http/caching.ts keeps.
assert.ok(grown('arrayBuffers') + grown('heapUsed') < 32, 'kept answers take more than they say');
await app.close();
await store.close();

async function ask(url: string, status: number): Promise<number> {
  const response = await app.inject({ url, headers: { 'accept-encoding': encoding } });
  assert.equal(response.statusCode, status);
  // One after the other without a turn of the event loop would pass for overload.
  await setImmediate();
  return response.rawPayload.length;
}

/** After what is garbage is gone. */
async function memory(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await setTimeout(100);
  }
  return process.memoryUsage();
}

function grown(what: keyof NodeJS.MemoryUsage): number {
  return Math.round((after[what] - before[what]) / 2 ** 20);
}
