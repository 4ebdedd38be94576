import type { Figures } from './figures.ts';
import { reportEngines } from './report-engines.ts';
import { reportOthers } from './report-others.ts';
import { reportSize } from './report-size.ts';
import { median, rateOf, spread } from './statistics.ts';

/** All figures as Markdown. */
export function report(figures: Figures): string {
  return [
    describe(figures),
    ...figures.sizes.flatMap(reportSize),
    reportEngines(figures.sizes),
    reportOthers(figures),
    describeNoise(figures),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function describe({ date, machine, options }: Figures): string {
  return [
    `${date}, commit ${machine.commit}, ${machine.processor}, ${machine.cores} cores, Node ${machine.node}; ${machine.pinned}; load by ${machine.load}, ${options.connections} connections; medians of ${options.rounds} interleaved rounds of ${options.seconds} s.`,
    'A second: answers a second. Ratio: to the bare server in the same round. Kept: the same URL again and again; cold: each URL another one. p99 is of the cold ones.',
  ].join(' ');
}

/** How far the rounds of the bare server lie apart, which does the same work each time. */
function describeNoise({ machine, options, sizes }: Figures): string {
  const spreads = sizes.flatMap(({ cases }) => cases.map(({ bare }) => spread(bare.map(rateOf))));
  if (spreads.length === 0) return '';
  if (options.rounds === 1) return 'Noise of the machine: unknown, as there was one round.';
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `Noise of the machine: the rates of the bare server, which does the same in each round, lie ${percent(median(spreads))} of their median apart at the median of all cases, ${percent(Math.max(...spreads))} at most; before the run ${machine.busyBefore.toFixed(1)} processes wanted a core.`;
}
