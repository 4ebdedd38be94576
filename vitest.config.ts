import { defineConfig } from 'vitest/config';

/**
 * No module has a state of its own, so the files of a process share modules: to read and to compile them for each
 * file took a quarter of the time.
 */
const common = { testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks', isolate: false } as const;
const onPostgres = { ...common, globalSetup: 'tests/postgres/set-up.ts' };

/** What takes long: processes, some of them killed, whole copies, thousands of files and of bad requests. */
const long = filesOf(
  'any-bundle',
  'backup',
  'bad-files',
  'commands',
  'cursors',
  'disks',
  'doctor',
  'draft',
  'hostile',
  'killed-migrations',
  'killing',
  'loading',
  'long-exports',
  'mirrors',
  'naive',
  'notices',
  'patience',
  'power-loss',
  'sqlite-export',
);

/** What takes long there: all that compose.yaml starts, and a disk that fills up. */
const longOnPostgres = filesOf('postgres/compose', 'postgres/full-disk');

/** What the store means, asked over HTTP: on PostgreSQL it has to be the same. */
const ofStore = filesOf(
  'fairness',
  'filters',
  'long-pages',
  'long-texts',
  'resources',
  'search',
  'torn-reads',
  'writing',
);

/** What else is asked over HTTP: it may be run on PostgreSQL too. */
const others = filesOf(
  'any-bundle',
  'bad-input',
  'bundle',
  'caching',
  'connections',
  'csv-exports',
  'cursors',
  'exports',
  'facets',
  'feed',
  'hints',
  'hostile-facts',
  'linked-data',
  'mcp',
  'naive',
  'notices',
  'openapi',
  'pages',
  'pieces',
  'queries',
  'seed',
  'timeline',
  'verification',
  'written',
  'xlsx-exports',
);

export default defineConfig({
  test: {
    // Unless it is told otherwise, Vitest leaves one core to itself, which it hardly uses.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/postgres/**', ...long],
        },
      },
      {
        test: {
          ...onPostgres,
          name: 'postgres',
          include: ['tests/postgres/**/*.test.ts', ...ofStore],
          exclude: longOnPostgres,
        },
      },
      { test: { ...common, name: 'sqlite-more', include: long } },
      {
        test: {
          ...onPostgres,
          name: 'postgres-more',
          include: ['tests/postgres/**/*.test.ts', ...ofStore, ...others],
        },
      },
    ],
  },
});

function filesOf(...names: string[]): string[] {
  return names.map((name) => `tests/${name}.test.ts`);
}
