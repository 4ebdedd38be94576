import { parseArgs } from 'node:util';
import { cases } from './cases.ts';
import { type EngineName, engineNames } from './engines.ts';

/** What is measured beside the answers of `cases`. */
const otherMeasures = ['export', 'start', 'memory', 'loading', 'writes'] as const;

export interface Options {
  /** How many facts the databases have. */
  facts: number[];
  engines: EngineName[];
  /** Names of cases and of other measures. */
  chosen: Set<string>;
  rounds: number;
  /** How long each load lasts. */
  seconds: number;
  connections: number;
  /** Whether all sizes and all cases are measured. */
  isWhole: boolean;
}

const wholeSizes = [1_000, 100_000, 1_000_000];

const names = [...cases.map(({ name }) => name), ...otherMeasures];

export const usage = `usage: npm run bench -- [options]
  --facts 1000,100000    sizes of the databases; ${wholeSizes.join(',')} unless given
  --cases page,single    what is measured; everything unless given:
                         ${names.join(', ')}
  --engines sqlite,postgres   on which of them; sqlite unless given
  --rounds 5             how often each is measured; 3 unless given
  --seconds 4            how long each load lasts; 2 unless given
  --connections 64       how many at once; 32 unless given`;

/** @throws Error saying which option is wrong */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      facts: { type: 'string', default: wholeSizes.join(',') },
      cases: { type: 'string', default: names.join(',') },
      engines: { type: 'string', default: 'sqlite' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '32' },
    },
  });
  const facts = values.facts.split(',').map((text) => readCount('--facts', text, 1_000));
  const chosen = new Set(values.cases.split(','));
  for (const name of chosen)
    if (!names.includes(name)) throw new Error(`--cases has no ${name}; there are ${names}`);
  const engines = values.engines.split(',');
  for (const name of engines)
    if (!engineNames.some((it) => it === name))
      throw new Error(`--engines has no ${name}; there are ${engineNames}`);
  return {
    engines: engineNames.filter((it) => engines.includes(it)),
    facts: [...new Set(facts)].sort((left, right) => left - right),
    chosen,
    rounds: readCount('--rounds', values.rounds, 1),
    seconds: readCount('--seconds', values.seconds, 1),
    connections: readCount('--connections', values.connections, 1),
    isWhole:
      engines.includes('sqlite') &&
      values.facts === wholeSizes.join(',') &&
      chosen.size === names.length,
  };
}

function readCount(option: string, text: string, least: number): number {
  const count = Number(text);
  if (!/^\d{1,8}$/.test(text) || count < least)
    throw new Error(`${option} takes whole numbers from ${least}; not ${JSON.stringify(text)}`);
  return count;
}
