import { parseArgs } from 'node:util';

export interface Options {
  minutes: number;
  /** A `postgres://` address, or the path of a file; null: a new file that is removed afterwards. */
  database: string | null;
  /** Whether a PostgreSQL that comes from npm is started for it. */
  postgres: boolean;
  /** How long each client waits between two requests, in milliseconds. */
  pauseMs: number;
}

export const usage = `usage: npm run soak -- [options]
  --minutes 60               how long; 10 unless given
  --database postgres://…    where the content is kept; a new SQLite file unless given
  --postgres                 a PostgreSQL that comes from npm
  --pause 5                  milliseconds that each client waits between two requests; 10 unless given`;

/** @throws Error saying which option is wrong */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      database: { type: 'string' },
      postgres: { type: 'boolean', default: false },
      pause: { type: 'string', default: '10' },
    },
  });
  const number = (name: string, text: string) => {
    if (!/^\d{1,6}(\.\d{1,3})?$/.test(text)) throw new Error(`${name} takes a number; not ${text}`);
    return Number(text);
  };
  return {
    minutes: number('--minutes', values.minutes),
    database: values.database ?? null,
    postgres: values.postgres,
    pauseMs: number('--pause', values.pause),
  };
}
