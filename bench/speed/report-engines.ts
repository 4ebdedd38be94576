import type { CaseFigures, SizeFigures } from './figures.ts';
import { inDigits, toTable } from './format.ts';
import { judge, timesSlowerGoals } from './goals.ts';
import { median, medianRatio, rateOf } from './statistics.ts';

/** The cold answers of both engines, where both were measured. */
export function reportEngines(sizes: readonly SizeFigures[]): string {
  const rows = sizes.flatMap((ours) => {
    const other = sizes.find(({ facts, engine }) => facts === ours.facts && engine === 'postgres');
    if (ours.engine !== 'sqlite' || other === undefined) return [];
    return ours.cases.flatMap((one) => {
      const same = other.cases.find(({ name }) => name === one.name);
      if (same === undefined || one.cold.length === 0 || same.cold.length === 0) return [];
      const slower = toRatio(one) / toRatio(same);
      return [
        [
          one.title,
          inDigits(ours.facts),
          ...[one, same].map(({ cold }) => inDigits(median(cold.map(rateOf)))),
          slower.toFixed(2),
          judge(timesSlowerGoals[one.name], slower, 1),
        ],
      ];
    });
  });
  if (rows.length === 0) return '';
  const head = ['cold answers', 'facts', 'SQLite, a second', 'PostgreSQL, a second'];
  return `### PostgreSQL beside SQLite\n\n${toTable([...head, 'times as long', 'goal'], rows)}`;
}

/** To the bare server in the same rounds: those of the engines don't lie side by side in time. */
function toRatio({ cold, bare }: CaseFigures): number {
  return medianRatio(cold.map(rateOf), bare.map(rateOf));
}
