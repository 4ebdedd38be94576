import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';
import { cargoFiles, withCargo } from './rust.ts';

export const openapiGeneratorRust: Generator = {
  ...withCargo,
  name: 'openapi-generator (rust)',
  version: openapiGeneratorVersion,
  reads: 'openapi.json',
  needs: ['java', 'mvn', 'cargo'],
  files: () =>
    // TLS, which it has by default, is no part of what is tried.
    cargoFiles(
      'openapi_generator',
      `client = { path = "client", default-features = false }
serde_json = "1"`,
    ),
  generate: () =>
    generateWith('rust', 'client', 'openapi.json', {
      packageName: 'client',
      supportAsync: false,
    }),
  typeName: /^pub (?:struct|enum) (\w+)/gm,
  note: 'Every parameter has its place in a call, given or not. An error has the type of its first status, which is a `Problem` as all are.',
};
