import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';
import { typeScript } from './typescript.ts';

export const openapiGeneratorFetch = {
  ...typeScript({
    name: 'openapi-generator (typescript-fetch)',
    version: openapiGeneratorVersion,
    client: 'openapi_generator_fetch',
    generate: () =>
      generateWith('typescript-fetch', 'client', 'openapi.json', { importFileExtension: '.js' }),
    // Its runtime passes undefined on, and overrides without saying so.
    without: ['exactOptionalPropertyTypes', 'noImplicitOverride'],
  }),
  needs: ['java', 'mvn'],
};
