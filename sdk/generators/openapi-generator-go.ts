import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';

export const openapiGeneratorGo: Generator = {
  name: 'openapi-generator (go)',
  version: openapiGeneratorVersion,
  language: 'Go',
  reads: 'openapi.json',
  needs: ['java', 'mvn', 'go'],
  files: () => ({
    'main.go': readFileSync(inPackage('sdk/clients/openapi_generator.go'), 'utf8'),
    'go.mod': 'module example\n\ngo 1.26\n',
  }),
  generate: () => [
    ...generateWith('go', 'client', 'openapi.json', {
      packageName: 'client',
      enumClassPrefix: true,
      generateInterfaces: false,
      withGoMod: false,
    }),
    ['go', 'mod', 'tidy'],
  ],
  output: 'client',
  typeName: /^type ([A-Z]\w*)/gm,
  check: () => [['go', 'vet', './...']],
  checkedWith: 'go vet',
  note: 'Needs `enumClassPrefix=true`: values of two lists have one name otherwise.',
  call: () => ['go', 'run', '.'],
};
