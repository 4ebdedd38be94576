import { type EngineName, titles } from './engines.ts';
import type { CaseFigures, SizeFigures } from './figures.ts';
import { inDigits, toTable } from './format.ts';
import { coldGoal, coldP99Goal, judge, keptGoal } from './goals.ts';
import { median, medianRatio, p99Of, rateOf } from './statistics.ts';

/** The answers of each case among so many facts, beside the bare server's, and what makes them doubtful. */
export function reportSize({ facts, engine, cases, leftOut, failed }: SizeFigures): string[] {
  const head = [
    'answer',
    'bytes (kept, cold)',
    'bare, a second',
    'kept, a second',
    'ratio',
    'goal',
    'cold, a second',
    'ratio',
    'goal',
    'p99 (ms)',
    'goal',
  ];
  const rows = cases.map((it) => toRow(it, facts, engine));
  return [
    `### ${inDigits(facts)} facts in ${titles[engine]}`,
    ...(rows.length > 0 ? [toTable(head, rows)] : []),
    [
      ...failed.map((what) => `- **Failed**: ${what}.`),
      ...leftOut.map((what) => `- Left out: ${what}.`),
      ...cases.flatMap(remarkOn),
    ].join('\n'),
  ];
}

function toRow(
  { name, title, bytes, coldBytes, ...loads }: CaseFigures,
  facts: number,
  engine: EngineName,
): string[] {
  const bare = loads.bare.map(rateOf);
  const keptRatio = medianRatio(loads.kept.map(rateOf), bare);
  const kept = [
    inDigits(median(bare)),
    inDigits(median(loads.kept.map(rateOf))),
    keptRatio.toFixed(2),
    judge(keptGoal(name), keptRatio, 2),
  ];
  if (loads.cold.length === 0) return [title, inDigits(bytes), ...kept, '', '', '', '', ''];
  const coldRatio = medianRatio(loads.cold.map(rateOf), bare);
  const p99 = median(loads.cold.map(p99Of));
  return [
    title,
    `${inDigits(bytes)}, ${inDigits(coldBytes)}`,
    ...kept,
    inDigits(median(loads.cold.map(rateOf))),
    coldRatio < 0.1 ? coldRatio.toPrecision(2) : coldRatio.toFixed(2),
    judge(coldGoal(name, facts, engine), coldRatio, 2),
    inDigits(p99, 1),
    judge(coldP99Goal(name, facts, engine), p99),
  ];
}

/** What makes figures doubtful. */
function remarkOn({ title, bytes, coldBytes, kept, cold }: CaseFigures): string[] {
  const remarks: string[] = [];
  const add = (is: boolean, remark: string) => is && remarks.push(`- ${title}: ${remark}.`);
  const failed = [...kept, ...cold].reduce((sum, it) => sum + it.failed, 0);
  add(failed > 0, `${failed} requests had no answer, or an error`);
  const fromKept = Math.max(0, ...cold.map((it) => it.fromKept ?? 0));
  add(fromKept > 0.05, `up to ${Math.ceil(fromKept * 100)} % of the cold answers were kept ones`);
  const worked = 1 - Math.min(1, ...kept.map((it) => it.fromKept ?? 1));
  add(worked > 0.05, `up to ${Math.ceil(worked * 100)} % of the kept answers were worked out`);
  const fewest = Math.min(...cold.map((it) => it.answers));
  const isCutShort = cold.some((it) => it.seconds < 0.5);
  add(
    fewest < 100 && !isCutShort,
    `only ${fewest} cold answers came in a round: its p99 is that of the quickest; more --seconds tell more`,
  );
  const shortest = Math.min(...cold.map((it) => it.seconds));
  add(shortest < 0.5, `all different URLs were asked for after ${shortest.toFixed(2)} s`);
  add(
    cold.length > 0 && Math.abs(coldBytes - bytes) > bytes / 10,
    'bodies behind different URLs are of another length than the one that the bare server sends',
  );
  return remarks;
}
