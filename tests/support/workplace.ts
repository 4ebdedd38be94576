import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, temporaryFolder } from './process.ts';

/** A folder for bundles and a database, and the commands on it. */
export function workplace() {
  const folder = temporaryFolder();
  const database = join(folder, 'facts.db');
  return {
    folder,
    database,
    write(name: string, content: unknown) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    load: (...args: string[]) =>
      run('src/cli.ts', ['load', ...args], { DATABASE_URL: `file:${database}`, SEED: 'off' }),
  };
}
