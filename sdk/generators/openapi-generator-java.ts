import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';

const options = {
  groupId: 'org.articlefacts',
  artifactId: 'client',
  invokerPackage: 'org.articlefacts',
  apiPackage: 'org.articlefacts.api',
  modelPackage: 'org.articlefacts.model',
  library: 'native',
  openApiNullable: false,
  useSingleRequestParameter: true,
};

export const openapiGeneratorJava: Generator = {
  name: 'openapi-generator (java, native)',
  version: openapiGeneratorVersion,
  language: 'Java',
  reads: 'openapi-3.0.json',
  needs: ['java', 'mvn'],
  files: () => ({
    'client/src/main/java/org/articlefacts/OpenApiGenerator.java': readFileSync(
      inPackage('sdk/clients/OpenApiGenerator.java'),
      'utf8',
    ),
  }),
  generate: () => generateWith('java', 'client', 'openapi-3.0.json', options),
  output: 'client/src/main/java',
  typeName: /^public (?:abstract )?(?:class|enum|interface) (\w+)/gm,
  check: () => [['mvn', '-q', '-f', 'client', 'compile', 'dependency:copy-dependencies']],
  checkedWith: 'javac',
  note: 'Reads everything as JSON: take CSV and NDJSON with its `getHttpClient()`.',
  call: () => [
    ...['java', '-cp', 'client/target/classes:client/target/dependency/*'],
    'org.articlefacts.OpenApiGenerator',
  ],
};
