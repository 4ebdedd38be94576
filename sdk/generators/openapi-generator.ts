import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';

const version = '7.25.0';

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

export const openapiGenerator: Generator = {
  name: 'openapi-generator (java, native)',
  version,
  language: 'Java',
  reads: 'openapi-3.0.json',
  needs: ['java', 'mvn'],
  files: () => ({
    'client/src/main/java/org/articlefacts/OpenApiGenerator.java': readFileSync(
      inPackage('sdk/clients/OpenApiGenerator.java'),
      'utf8',
    ),
  }),
  generate: () => [
    [
      ...['mvn', '-q', 'dependency:copy', '-DoutputDirectory=.'],
      `-Dartifact=org.openapitools:openapi-generator-cli:${version}:jar`,
    ],
    [
      ...['java', '-jar', `openapi-generator-cli-${version}.jar`, 'generate'],
      ...['-i', 'openapi-3.0.json', '-g', 'java', '-o', 'client'],
      '--global-property=modelTests=false,apiTests=false,modelDocs=false,apiDocs=false',
      `--additional-properties=${Object.entries(options)
        .map(([name, value]) => `${name}=${value}`)
        .join(',')}`,
    ],
  ],
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
