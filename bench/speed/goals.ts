import type { EngineName } from './engines.ts';
import { inDigits } from './format.ts';

/** What a figure should be at least, or below what it should be. */
export type Goal = { least: number } | { below: number };

interface CaseGoals {
  /** Ratios to the bare server. */
  kept?: number;
  /** By how many facts there are. */
  cold?: Record<number, number>;
  /** Of different URLs, in milliseconds, by how many facts there are. */
  coldP99?: Record<number, number>;
}

const hundredThousand = 100_000;
const million = 1_000_000;

const caseGoals: Record<string, CaseGoals> = {
  page: { kept: 0.8, cold: { [hundredThousand]: 0.3, [million]: 0.2 } },
  filtered: { kept: 0.8, cold: { [hundredThousand]: 0.25, [million]: 0.15 } },
  single: { kept: 0.85, cold: { [hundredThousand]: 0.6, [million]: 0.45 } },
  'not-modified': { kept: 0.85 },
  rare: { kept: 0.8, cold: { [hundredThousand]: 0.1, [million]: 0.1 } },
  common: { kept: 0.8, coldP99: { [hundredThousand]: 50, [million]: 50 } },
};

export function keptGoal(name: string): Goal | undefined {
  const least = caseGoals[name]?.kept;
  return least === undefined ? undefined : { least };
}

/** PostgreSQL is compared with SQLite instead. */
export function coldGoal(name: string, facts: number, engine: EngineName): Goal | undefined {
  if (engine !== 'sqlite') return undefined;
  const least = caseGoals[name]?.cold?.[facts];
  return least === undefined ? undefined : { least };
}

export function coldP99Goal(name: string, facts: number, engine: EngineName): Goal | undefined {
  if (engine !== 'sqlite') return undefined;
  const below = caseGoals[name]?.coldP99?.[facts];
  return below === undefined ? undefined : { below };
}

export const otherGoals = {
  startWithSeed: { below: 400 },
  memory: { below: 250 },
} as const;

/** Of figures that are aimed at among a million facts. */
export const millionGoals: Record<EngineName, Record<string, Goal>> = {
  sqlite: {
    start: { below: 500 },
    loading: { least: 20_000 },
    put: { below: 15 },
    replace: { below: 20 },
  },
  postgres: { loading: { least: 20_000 }, put: { below: 40 } },
};

/** How many times as long as with SQLite a cold answer of PostgreSQL may take. */
export const timesSlowerGoals: Record<string, Goal> = {
  page: { below: 2.5 },
  single: { below: 2.5 },
};

/** As “≥ 0.80, reached”. */
export function judge(goal: Goal | undefined, figure: number, digits = 0): string {
  if (goal === undefined) return '';
  const isReached = 'least' in goal ? figure >= goal.least : figure < goal.below;
  const text =
    'least' in goal ? `≥ ${inDigits(goal.least, digits)}` : `< ${inDigits(goal.below, digits)}`;
  return `${text}, ${isReached ? 'reached' : '**missed**'}`;
}
