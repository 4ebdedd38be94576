import { typeScript } from './typescript.ts';

/** The newest of which the registry has all parts: later ones lack the client. */
const version = '4.39.3';
const parts = ['cli', 'core', 'plugin-oas', 'plugin-ts', 'plugin-client'];

export const kubb = typeScript({
  name: 'Kubb',
  version,
  client: 'kubb',
  packages: [...parts.map((part) => `@kubb/${part}@${version}`), '@types/node@26.6.6'],
  files: () => ({
    'kubb.config.ts': `import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';

export default defineConfig({
  input: { path: 'openapi.json' },
  output: { path: 'client', extension: { '.ts': '.js' }, format: false, lint: false },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs(),
    pluginClient({ client: 'fetch', bundle: true, dataReturnType: 'full', paramsType: 'object' }),
  ],
});
`,
  }),
  generate: () => [['node_modules/.bin/kubb', 'generate']],
  // The fetch client that comes with it passes undefined on.
  without: ['exactOptionalPropertyTypes'],
  note: 'Sends several values as a comma list, which is taken too. Its fetch client types a problem as a success (cast it), and reads everything as JSON: give one of your own for CSV and NDJSON.',
});
