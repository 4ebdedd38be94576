import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { loadConfig } from '../src/config.ts';
import { inPackage } from '../src/package.ts';
import { openConfiguredStore } from '../src/serve.ts';

// How much memory a server takes to export so many quotes, and how long others wait meanwhile (Linux).

const count = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'article-facts-export-'));
const path = join(folder, 'facts.db');
const url = `file:${path}`;
const store = await openConfiguredStore(loadConfig({ DATABASE_URL: url }));
await store.close();
const database = new Database(path);
database.pragma('synchronous = OFF');
database
  .prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?),
      originals AS (SELECT *, row_number() OVER () - 1 AS place, count(*) OVER () AS most FROM quotes)
    INSERT INTO quotes (id, document, terms, kind, polarity, language, unnamed, earliest, latest)
    SELECT 'copy-' || n, json_set(document, '$.id', 'copy-' || n), '', kind, polarity, language, unnamed, earliest, latest
    FROM numbers JOIN originals ON place = n % most`,
  )
  .run(count);
database.close();

// As `npm start` has it, options of V8 included.
const { scripts } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8'));
const server = spawn(process.execPath, scripts.start.split(' ').slice(1), {
  cwd: inPackage('.'),
  env: { ...process.env, DATABASE_URL: url, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await listening();
  for (const file of ['quotes.ndjson', 'quotes.csv', 'quotes.csv?kind=indirect&sort=date'])
    for (const encoding of ['identity', 'gzip'])
      await measure(`${address}/v1/exports/${file}`, encoding);
  // The first time, it has to be made.
  for (const file of ['quotes.xlsx', 'article-facts.sqlite', 'article-facts.sqlite'])
    await measure(`${address}/v1/exports/${file}`, 'identity');
} finally {
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
}

async function listening(): Promise<string> {
  let output = '';
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    const [, address] = /listens on (\S+)\n/.exec(output) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`the server ended: ${output}`);
}

async function measure(url: string, encoding: string): Promise<void> {
  // From here on the kernel keeps the peak anew.
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
  const before = memoryOf('VmRSS');
  const start = performance.now();
  const response = await fetch(url, { headers: { 'accept-encoding': encoding } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  let isOver = false;
  const waits: number[] = [];
  const others = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await (await fetch(new URL('/v1/quotes?limit=1', url))).text();
      waits.push(performance.now() - asked);
      await setTimeout(20);
    }
  })();
  let [bytes, lines] = [0, 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  }
  isOver = true;
  await others;
  waits.sort((left, right) => left - right);
  const at = (share: number) => `${waits[Math.floor((waits.length - 1) * share)]?.toFixed(0)} ms`;
  console.log(
    `${url} ${encoding}: ${lines} lines, ${(bytes / 2 ** 20).toFixed(0)} MiB in ${((performance.now() - start) / 1000).toFixed(1)} s; ` +
      `server ${before} MiB before, at most ${memoryOf('VmHWM')} MiB; other requests ${at(0.5)} (median), ${at(0.99)} (99 %), ${at(1)} (most)`,
  );
}

/** In MiB. */
function memoryOf(field: string): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
}
