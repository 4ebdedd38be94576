import { typeScript } from './typescript.ts';

const version = '1.18.3';

export const openapiZodClient = typeScript({
  name: 'openapi-zod-client',
  version,
  client: 'openapi-zod-client',
  packages: [
    `openapi-zod-client@${version}`,
    '@zodios/core@10.9.6',
    'axios@1.21.1',
    'zod@3.25.76',
    '@types/node@26.6.6',
  ],
  generate: () => [
    [
      ...['node_modules/.bin/openapi-zod-client', 'openapi.json', '-o', 'client/api.ts'],
      ...['--export-schemas', '--export-types', '--media-type-expr', "mediaType.endsWith('json')"],
    ],
  ],
  // Of a field that may be left out, its type doesn’t say that it may be undefined, as zod has it.
  without: ['exactOptionalPropertyTypes'],
  note: 'Takes problems for JSON with `--media-type-expr "mediaType.endsWith(\'json\')"`, sends several values as repeated keys with the `paramsSerializer` of axios, and checks files as JSON: take them with its `axios`.',
});
