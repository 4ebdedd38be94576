import { installed, typeScript } from './typescript.ts';

export const openapiTypescript = typeScript({
  name: 'openapi-typescript + openapi-fetch',
  version: `${installed('openapi-typescript')} + ${installed('openapi-fetch')}`,
  client: 'openapi-fetch',
  generate: () => [['openapi-typescript', 'openapi.json', '-o', 'client/api.ts']],
});
