import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it, onTestFinished } from 'vitest';
import { slopeOf } from '../bench/soak/watch.ts';
import { drawChart } from '../bench/speed/chart.ts';
import type { Outcome } from '../bench/speed/figures.ts';
import { judge } from '../bench/speed/goals.ts';
import { isThere } from '../bench/speed/machine.ts';
import { median, medianRatio, p99Of, pickEvenly, spread } from '../bench/speed/statistics.ts';
import { countWords } from '../bench/speed/words.ts';
import { inPackage } from '../src/package.ts';
import { run, temporaryFolder } from './support/process.ts';

describe('the figures of the benchmark', () => {
  it('have the middle one as their median, or the mean of both middle ones', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([400, 10, 30, 20])).toBe(25);
    expect(() => median([])).toThrow('no values');
  });

  it('compare what was measured in the same round, so that a slow hour changes no ratio', () => {
    const bare = [1_000, 500, 100];
    expect(medianRatio([800, 400, 80], bare)).toBeCloseTo(0.8);
    expect(() => medianRatio([800], bare)).toThrow("can't be compared");
  });

  it('tell the noise as a share of the median', () => {
    expect(spread([90, 100, 130])).toBeCloseTo(0.4);
  });

  it('are of a sample from all of the URLs, not from the first ones', () => {
    expect(pickEvenly(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['a', 'c', 'e']);
    expect(pickEvenly(['a', 'b'], 3)).toEqual(['a', 'b']);
  });

  it('reach a goal at the least that it asks for, and miss one that they only come up to', () => {
    expect(judge({ least: 0.8 }, 0.8, 2)).toBe('≥ 0.80, reached');
    expect(judge({ least: 0.8 }, 0.79, 2)).toBe('≥ 0.80, **missed**');
    expect(judge({ below: 20_000 }, 20_000)).toBe('< 20,000, **missed**');
    expect(judge(undefined, 1)).toBe('');
  });

  it('call what never came as slow as the wait for it, not quick', () => {
    const load = { seconds: 2, bytes: 0, failed: 0, median: 0, p99: 0 };
    expect(p99Of({ ...load, answers: 0 })).toBe(2_000);
    expect(p99Of({ ...load, answers: 500, p99: 12 })).toBe(12);
  });

  it('tell by how much memory grows an hour, whatever it does from one look to the next', () => {
    const growing = [0, 0.1, 0.2, 0.3].map(
      (hours, look) => [hours, 200 + 60 * hours + (look % 2)] as const,
    );
    expect(slopeOf(growing)).toBeCloseTo(62, 0);
    expect(slopeOf([0, 1, 2].map((hours) => [hours, 200] as const))).toBe(0);
  });

  it('know common words from rare ones', () => {
    expect(countWords(['harbour ferry harbour', 'Ferry, ferry harbour ox'])).toEqual([
      ['harbour', 3],
      ['ferry', 2],
    ]);
  });
});

describe('a chart of the benchmark', () => {
  const curves = [
    {
      name: 'a <page>',
      colour: 0,
      points: [
        [1_000, 0.5],
        [1_000_000, 0.31],
      ],
    },
    {
      name: 'a single',
      colour: 1,
      points: [
        [1_000, 0.6],
        [1_000_000, 0.3],
      ],
    },
    {
      name: 'words & facets',
      colour: 9,
      points: [
        [1_000, 0.01],
        [1_000_000, 0.3],
      ],
    },
  ] as const;

  it.each([false, true])('draws what is more higher up (logarithmic: %s)', (isLogarithmic) => {
    const [page = [], single = []] = readLines(isLogarithmic);
    expect(single[0]?.y).toBeLessThan(page[0]?.y ?? 0);
    expect(page[0]?.y).toBeLessThan(page[1]?.y ?? 0);
    expect(page[0]?.x).toBeLessThan(page[1]?.x ?? 0);
  });

  it('writes the name of each curve where no other name is', () => {
    const names = elements('text', false).filter((it) => it.getAttribute('fill'));
    expect(names.map((it) => it.textContent)).toEqual(['a <page>', 'a single', 'words & facets']);
    const places = names.map((it) => Number(it.getAttribute('y'))).sort((a, b) => a - b);
    const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
  });

  function elements(name: string, isLogarithmic: boolean) {
    const svg = drawChart({ title: 'Speed', x: 'facts', y: 'ratio', curves, isLogarithmic });
    return Array.from(new DOMParser().parseFromString(svg, 'text/xml').getElementsByTagName(name));
  }

  function readLines(isLogarithmic: boolean) {
    return elements('polyline', isLogarithmic).map((it) =>
      (it.getAttribute('points') ?? '').split(' ').map((point) => {
        const [x = 0, y = 0] = point.split(',').map(Number);
        return { x, y };
      }),
    );
  }
});

describe('a load of the benchmark', () => {
  const byAutocannon = (rest: string[]) =>
    run('bench/speed/load-by-autocannon.ts', ['8', '1', ...rest]);

  it('asks for none of different URLs twice, and ends with the time or the URLs', async () => {
    const { outcome, asked } = await loadWith(byAutocannon, 'once');
    expect(Math.max(...asked.values())).toBe(1);
    expect(asked.size).toBeGreaterThan(8);
    expect(outcome).toMatchObject({ failed: 0 });
    expect(outcome.answers).toBeGreaterThan(8);
    expect(outcome.answers).toBeLessThanOrEqual(asked.size);
  });

  it('counts errors, and comes again and again to the same URLs', async () => {
    const { outcome, asked } = await loadWith(byAutocannon, 'again', 503);
    expect(Math.max(...asked.values())).toBeGreaterThan(1);
    expect(outcome.failed).toBe(outcome.answers);
  });

  it.skipIf(!isThere('wrk'))('does the same with wrk', async () => {
    const byWrk = ([address = '', ...rest]: string[]) => {
      const script = inPackage('bench/speed/load.lua');
      const args = ['-t1', '-c8', '-d1s', '-s', script, address, '--', ...rest];
      return promisify(execFile)('wrk', args);
    };
    const { outcome, asked } = await loadWith(byWrk, 'once');
    expect(new Set(asked.keys())).toEqual(new Set(paths));
    const again = Math.max(...asked.values()) - 1;
    // Of what each connection asks for after the last one, no answer is waited for.
    expect(again).toBeLessThanOrEqual(8);
    expect(outcome).toMatchObject({ failed: 0 });
  });

  const paths = Array.from({ length: 48 }, (_, index) => `/things/${index}`);

  async function loadWith(
    load: (args: string[]) => Promise<{ stdout: string }>,
    mode: string,
    status = 200,
  ) {
    const asked = new Map<string, number>();
    const server = createServer(({ url = '' }, response) => {
      asked.set(url, (asked.get(url) ?? 0) + 1);
      response.writeHead(status).end('a thing');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const file = join(temporaryFolder(), 'paths.txt');
    writeFileSync(file, `${paths.join('\n')}\n`);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { stdout } = await load([address, file, mode]);
    const [, outcome = ''] = /^outcome (.*)$/m.exec(stdout) ?? [];
    return { outcome: JSON.parse(outcome) as Outcome, asked };
  }
});
