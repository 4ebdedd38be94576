import { defineConfig } from 'vitest/config';

const common = { testTimeout: 30_000, pool: 'forks' } as const;
const onPostgres = { ...common, globalSetup: 'tests/postgres/set-up.ts', hookTimeout: 60_000 };

/** What takes long: killed processes, whole copies, thousands of bad requests. `npm run test:more` has it. */
const long = filesOf('backup', 'doctor', 'hostile', 'killing', 'long-exports');

/** What the store means, asked over HTTP: on PostgreSQL it has to be the same. */
const ofStore = filesOf(
  'any-bundle',
  'bundle',
  'connections',
  'csv-exports',
  'cursors',
  'facets',
  'filters',
  'notices',
  'queries',
  'resources',
  'search',
  'timeline',
  'writing',
);

/** What else is asked over HTTP: it may be run on PostgreSQL too. */
const others = filesOf(
  'bad-input',
  'caching',
  'exports',
  'feed',
  'hints',
  'linked-data',
  'mcp',
  'naive',
  'openapi',
  'pages',
  'pieces',
  'seed',
  'verification',
  'written',
  'xlsx-exports',
);

export default defineConfig({
  test: {
    // Half of what tests do is to wait, so they may take as many processors as there are.
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
        },
      },
      { test: { ...common, name: 'sqlite-more', include: long } },
      {
        test: {
          ...onPostgres,
          name: 'postgres-more',
          include: ['tests/postgres/**/*.test.ts', ...others],
        },
      },
    ],
  },
});

function filesOf(...names: string[]): string[] {
  return names.map((name) => `tests/${name}.test.ts`);
}
