import { installed, typeScript } from './typescript.ts';

const plugins = ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch', 'zod'];

export const heyApi = typeScript({
  name: '@hey-api/openapi-ts with zod',
  version: installed('@hey-api/openapi-ts'),
  client: 'hey-api',
  generate: () => [['openapi-ts', '-i', 'openapi.json', '-o', 'client', '-p', ...plugins]],
  // The fetch client that comes with it passes undefined on.
  without: ['exactOptionalPropertyTypes'],
  note: 'Gives a CSV as text, though its type is `Blob`: ask for it with `parseAs`, as `blob`.',
});
