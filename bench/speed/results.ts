import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chart, type Curve, drawChart } from './chart.ts';
import type { CaseFigures, Figures } from './figures.ts';
import { report } from './report.ts';
import { median, medianRatio, p99Of, rateOf } from './statistics.ts';

/** Writes the table, the figures that it was made of, and the curves. */
export function writeResults(folder: string, figures: Figures): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(join(folder, 'table.md'), `${report(figures)}\n`);
  for (const [name, chart] of Object.entries(toCharts(figures)))
    if (chart.curves.length > 0) writeFileSync(join(folder, `${name}.svg`), drawChart(chart));
}

/** Of the engine that was measured first. */
function toCharts({ sizes: all }: Figures): Record<string, Chart> {
  const [first] = all;
  const sizes = all.filter(({ engine }) => engine === first?.engine);
  const titles = new Set(sizes.flatMap(({ cases }) => cases.map(({ title }) => title)));
  const curvesOf = (read: (figures: CaseFigures) => number | null): Curve[] =>
    [...titles].flatMap((title, colour) => {
      const points = sizes.flatMap(({ facts, cases }) => {
        const found = cases.find((it) => it.title === title);
        const value = found === undefined ? null : read(found);
        return value === null ? [] : [[facts, value] as const];
      });
      return points.length === 0 ? [] : [{ name: title, colour, points }];
    });
  const ratio = (loads: 'kept' | 'cold') => (it: CaseFigures) =>
    it[loads].length === 0 ? null : medianRatio(it[loads].map(rateOf), it.bare.map(rateOf));
  const x = 'facts';
  return {
    kept: {
      title: 'The same URL again and again',
      x,
      y: 'answers a second, ratio to the bare server',
      curves: curvesOf(ratio('kept')),
    },
    cold: {
      title: 'Each URL another one',
      x,
      y: 'answers a second, ratio to the bare server',
      curves: curvesOf(positive(ratio('cold'))),
      isLogarithmic: true,
    },
    p99: {
      title: 'Each URL another one: 99 of 100 answers take at most',
      x,
      y: 'milliseconds',
      curves: curvesOf(
        positive(({ cold }) => (cold.length === 0 ? null : median(cold.map(p99Of)))),
      ),
      isLogarithmic: true,
    },
  };
}

/** Where nothing was answered in time, there is no point on a logarithmic scale. */
function positive(read: (figures: CaseFigures) => number | null) {
  return (figures: CaseFigures) => {
    const value = read(figures);
    return value === null || value <= 0 ? null : value;
  };
}
