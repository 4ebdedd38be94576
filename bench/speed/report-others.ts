import { titles } from './engines.ts';
import type { Figures, SizeFigures } from './figures.ts';
import { inDigits, toTable } from './format.ts';
import { type Goal, judge, millionGoals, otherGoals } from './goals.ts';
import { median, medianRatio } from './statistics.ts';

const million = 1_000_000;

/** Whatever isn't a case: a row for each figure, a column for each size. */
export function reportOthers({ startWithSeed, sizes }: Figures): string {
  const rows: string[][] = [];
  const add = (
    title: string,
    read: (size: SizeFigures) => number | null | undefined,
    { goal, digits = 0 }: { goal?: (size: SizeFigures) => Goal | undefined; digits?: number } = {},
  ) => {
    const found = sizes.map((size) => ({ size, figure: read(size) ?? null }));
    if (found.every(({ figure }) => figure === null)) return;
    const cells = found.map(({ size, figure }) => {
      if (figure === null) return '';
      const judged = judge(goal?.(size), figure);
      return [inDigits(figure, digits), ...(judged === '' ? [] : [`(${judged})`])].join(' ');
    });
    rows.push([title, ...cells]);
  };

  const amongMillion =
    (name: string) =>
    ({ facts, engine }: SizeFigures) =>
      facts === million ? millionGoals[engine][name] : undefined;
  add('start to first answer (ms)', (size) => size.start && median(size.start), {
    goal: amongMillion('start'),
  });
  add('resident memory under load, most (MiB)', (size) => size.peakMiB, {
    goal: () => otherGoals.memory,
  });
  for (const files of ['cold', 'warm'] as const) {
    add(
      `loading, files ${files} (facts/s)`,
      ({ facts, loading }) => loading?.[files] && facts / loading[files].seconds,
      { goal: amongMillion('loading') },
    );
    add(
      `loading, files ${files}: resident memory, most (MiB)`,
      (size) => size.loading?.[files]?.peakMiB,
    );
  }
  for (const what of ['put', 'replace', 'remove'] as const)
    add(`${what} an article of 40 facts (ms)`, ({ writes }) => writes && median(writes[what]), {
      digits: 1,
      goal: amongMillion(what),
    });
  const mega = (rates: readonly number[] | undefined) => rates && median(rates) / 1e6;
  add('export of all quotes (MB/s)', (size) => mega(size.export?.ours), { digits: 1 });
  add('bare server, as many bytes (MB/s)', (size) => mega(size.export?.bare), { digits: 1 });
  add('ratio', ({ export: it }) => it && medianRatio(it.ours, it.bare), { digits: 2 });

  const several = new Set(sizes.map(({ engine }) => engine)).size > 1;
  const head = [
    'facts',
    ...sizes.map(({ facts, engine }) =>
      [inDigits(facts), ...(several ? [titles[engine]] : [])].join(', '),
    ),
  ];
  const parts = rows.length > 0 ? ['### The rest', toTable(head, rows)] : [];
  if (startWithSeed !== undefined) {
    const [seeded, empty] = [median(startWithSeed.seeded), median(startWithSeed.empty)];
    parts.push(
      `Start to first answer with the seed: ${inDigits(seeded)} ms (${judge(otherGoals.startWithSeed, seeded)}); with a new database, into which the seed is loaded first, ${inDigits(empty)} ms (${judge(otherGoals.startWithSeed, empty)}).`,
    );
  }
  return parts.join('\n\n');
}
