import { defineConfig } from 'vitest/config';

const common = { testTimeout: 30_000, pool: 'forks' } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/postgres/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'postgres',
          globalSetup: 'tests/postgres/set-up.ts',
          hookTimeout: 60_000,
          include: ['tests/postgres/**/*.test.ts', ...onBothEngines()],
        },
      },
    ],
  },
});

/** What asks the server over HTTP, whichever engine keeps the facts. */
function onBothEngines(): string[] {
  const names = [
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
    'filters',
    'hints',
    'linked-data',
    'naive',
    'notices',
    'openapi',
    'pieces',
    'queries',
    'resources',
    'search',
    'seed',
    'timeline',
    'verification',
    'writing',
    'written',
    'xlsx-exports',
  ];
  return names.map((name) => `tests/${name}.test.ts`);
}
