import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import type { Outcome } from './figures.ts';
import { type Launch, runToEnd } from './launch.ts';
import { isThere } from './machine.ts';

/** What is asked for during a load. */
export interface Asked {
  address: string;
  paths: readonly string[];
  /** `again`: begun anew at the end of the paths; `once`: the load ends there. */
  mode: 'again' | 'once';
  header?: readonly [name: string, value: string];
}

export interface Load {
  name: string;
  connections: number;
  run(asked: Asked): Promise<Outcome>;
}

interface Parts {
  launch: Launch;
  /** Where the lists of paths are written. */
  folder: string;
  seconds: number;
  connections: number;
}

/** wrk where it is installed, else autocannon, which takes several times the processor for a request. */
export function createLoad({ launch, folder, seconds, connections }: Parts): Load {
  const file = join(folder, 'paths.txt');
  const lua = inPackage('bench/speed/load.lua');
  const byWrk = (address: string, rest: string[]) => {
    const sizes = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s'];
    return launch('load', 'wrk', [...sizes, '-s', lua, address, '--', ...rest]);
  };
  const byAutocannon = (address: string, rest: string[]) => {
    const program = inPackage('bench/speed/load-by-autocannon.ts');
    const sizes = [String(connections), String(seconds)];
    return launch('load', process.execPath, [program, ...sizes, address, ...rest]);
  };
  const [name, begin] = isThere('wrk')
    ? (['wrk', byWrk] as const)
    : (['autocannon', byAutocannon] as const);
  return {
    name,
    connections,
    async run({ address, paths, mode, header = [] }) {
      writeFileSync(file, `${paths.join('\n')}\n`);
      const output = await runToEnd(begin(address, [file, mode, ...header]));
      const [, outcome] = /^outcome (\{.*\})$/m.exec(output) ?? [];
      if (outcome === undefined) throw new Error(`${name} told no outcome: ${output}`);
      return JSON.parse(outcome);
    },
  };
}
