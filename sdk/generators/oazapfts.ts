import { installed, typeScript } from './typescript.ts';

export const oazapfts = typeScript({
  name: 'oazapfts',
  version: installed('oazapfts'),
  client: 'oazapfts',
  generate: () => [['oazapfts', 'openapi.json', 'client/api.ts']],
  // The request that it writes for a body passes undefined on.
  without: ['exactOptionalPropertyTypes'],
  note: 'Reads an NDJSON as one JSON, and fails: take it with `fetchBlob` of its runtime.',
});
