/**
 * How long each kind of page takes, on a database of many facts: the first one after a start, and the median
 * of twenty others, none of them a kept answer; and how long the event loop is held meanwhile.
 *
 *     node bench/pages.ts DATABASE [KIND…]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { inPackage } from '../src/package.ts';
import { inDigits, toTable } from './speed/format.ts';
import { median } from './speed/statistics.ts';
import { countWords } from './speed/words.ts';
import type { Busy } from './watch-turns.ts';

const [path, ...chosen] = process.argv.slice(2);
if (path === undefined) throw new Error('give a database: node bench/pages.ts DATABASE [KIND…]');

interface Server {
  address: string;
  /** What it was busy with since it was asked last. */
  busy(): Promise<Busy>;
}

/** How many of a kind are asked for. */
const count = 21;

const kinds = await withServer(readKinds);
const head = ['answer', 'processor time', 'of it on the loop', 'longest turn'];
console.log(`load ${loadavg().map((it) => it.toFixed(1))}; milliseconds\n`);
console.log(
  toTable(['page', ...head.map((it) => `first: ${it}`), ...head.map((it) => `others: ${it}`)], []),
);
for (const [kind, paths] of Object.entries(kinds))
  if (chosen.length === 0 || chosen.includes(kind)) {
    const figures = await withServer((server) => measure(server, paths));
    console.log(`| ${[kind, ...figures.map((it) => inDigits(it))].join(' | ')} |`);
  }

async function measure(server: Server, [first = '', ...others]: readonly string[]) {
  await untilIdle(server);
  const firstTime = await ask(server, first);
  const firstBusy = await server.busy();
  const times: number[] = [];
  for (const path of others) times.push(await ask(server, path));
  const busy = await server.busy();
  return [
    [firstTime, firstBusy.processor, firstBusy.onLoop, firstBusy.longestTurn],
    [median(times), busy.processor / others.length, busy.onLoop / others.length, busy.longestTurn],
  ].flat();
}

/** Until what a server does once it listens is done. */
async function untilIdle({ busy }: Server): Promise<void> {
  do await setTimeout(1000);
  while ((await busy()).processor > 30);
}

/** @returns how long the whole answer took */
async function ask({ address }: Pick<Server, 'address'>, path: string): Promise<number> {
  const begin = performance.now();
  const response = await fetch(address + path, {
    headers: { accept: 'text/html', 'accept-language': 'en', 'accept-encoding': 'br' },
  });
  const body = await response.text();
  // On a machine that does much else, the server may take itself for overloaded.
  if (response.status === 503) {
    await setTimeout(2000);
    return ask({ address }, path);
  }
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`);
  return performance.now() - begin;
}

/** Addresses by the kind of their pages. */
async function readKinds({ address }: Server): Promise<Record<string, string[]>> {
  const read = async <Item>(query: string) => {
    const response = await fetch(`${address}/v1/${query}`);
    return ((await response.json()) as { data: Item[] }).data;
  };
  const idsOf = async (list: string, query = '') =>
    (await read<{ id: string }>(`${list}?limit=${count}${query}`)).map(({ id }) => id);
  const pagesOf = async (list: string) => (await idsOf(list)).map((id) => `/${list}/${id}`);
  const actors = await read<{ id: string; counts: Record<string, number> }>('actors?limit=100');
  const busiest = actors
    .toSorted((left, right) => (right.counts.quotes ?? 0) - (left.counts.quotes ?? 0))
    .slice(0, count)
    .map(({ id }) => id);
  const quotes = await read<{ text: string }>('quotes?limit=100&language=en');
  const words = countWords(quotes.map(({ text }) => text)).map(([word]) => word);
  const several = (paths: readonly string[]) =>
    Array.from({ length: count }, (_, index) => paths[index % paths.length] + '&'.repeat(index));
  return {
    start: several(['/?']),
    article: await pagesOf('articles'),
    quote: await pagesOf('quotes'),
    'actor of many articles': busiest.map((id) => `/actors/${id}`),
    place: await pagesOf('places'),
    event: await pagesOf('events'),
    statistic: await pagesOf('statistics'),
    quotes: several(['/quotes?']),
    'quotes of a speaker': busiest.map((id) => `/quotes?speaker=${id}&kind=direct`),
    'quotes with a common word': words.slice(0, count).map((it) => `/quotes?q=${it}`),
    'events from a day on': several(['/events?from=2024-01-01&sort=date']),
    actors: several(['/actors?']),
    'search for a common word': words.slice(0, count).map((it) => `/search?q=${it}`),
    'search for two common words': words
      .slice(0, count)
      .map((it, at) => `/search?q=${it}+${words[at + 1]}`),
    'search for a beginning': words.slice(0, count).map((it) => `/search?q=${it.slice(0, 2)}*`),
    'search for a rare word': words.slice(-count).map((it) => `/search?q=${it}`),
    'search for no word': Array.from({ length: count }, (_, at) => `/search?q=qzx${at}`),
    'not found': Array.from({ length: count }, (_, at) => `/quotes?speaker=nobody-${at}`),
  };
}

/** With a server as `npm start` has it. */
async function withServer<Result>(work: (server: Server) => Promise<Result>): Promise<Result> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--import', inPackage('bench/watch-turns.ts'), 'src/main.ts'],
    {
      cwd: inPackage('.'),
      env: {
        ...process.env,
        PORT: '0',
        LOG_LEVEL: 'warn',
        SEED: 'off',
        DATABASE_URL: `file:${path}`,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const exited = once(child, 'exit');
  try {
    return await work({
      address: await addressOf(child),
      async busy() {
        child.send({});
        const [busy] = await once(child, 'message');
        return busy as Busy;
      },
    });
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += chunk;
    const [, address] = /listens on (\S+)\n/.exec(output) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`the server ended: ${output}`);
}
