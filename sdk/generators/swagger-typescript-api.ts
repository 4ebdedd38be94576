import { typeScript } from './typescript.ts';

const version = '13.13.0';

export const swaggerTypescriptApi = typeScript({
  name: 'swagger-typescript-api',
  version,
  client: 'swagger-typescript-api',
  packages: [`swagger-typescript-api@${version}`, '@types/node@26.6.6'],
  generate: () => [
    [
      ...['node_modules/.bin/swagger-typescript-api', 'generate', '--silent'],
      ...['-p', 'openapi.json', '-o', 'client', '-n', 'api.ts'],
    ],
  ],
  // The runtime that it writes passes undefined on.
  without: ['exactOptionalPropertyTypes'],
  note: 'Leaves a file in the answer, which is that of `fetch`: call `text()` or `blob()` of it.',
});
