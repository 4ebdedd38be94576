import { installed, typeScript } from './typescript.ts';

export const orval = typeScript({
  name: 'orval',
  version: installed('orval'),
  client: 'orval',
  files: ({ address }) => ({
    'orval.config.mjs': `export default {
  facts: {
    input: 'openapi.json',
    output: { target: 'client/api.ts', client: 'fetch', baseUrl: '${address}' },
  },
};
`,
  }),
  note: 'An NDJSON is a `stream`, the answer itself, where other operations have `data`.',
  generate: () => [['orval', '--config', 'orval.config.mjs']],
});
