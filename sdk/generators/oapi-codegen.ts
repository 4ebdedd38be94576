import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';

const version = '2.8.2';
const runtime = '1.8.0';

export const oapiCodegen: Generator = {
  name: 'oapi-codegen',
  version,
  language: 'Go',
  reads: 'openapi-3.0.json',
  needs: ['go'],
  files: () => ({
    'go.mod': 'module example\n\ngo 1.26\n',
    'main.go': readFileSync(inPackage('sdk/clients/oapi_codegen.go'), 'utf8'),
    'oapi-codegen.yaml': `package: client
output: client/client.go
generate: { models: true, client: true }
compatibility: { always-prefix-enum-values: true }
`,
  }),
  generate: () => [
    [
      ...['go', 'run', `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${version}`],
      ...['-config', 'oapi-codegen.yaml', 'openapi-3.0.json'],
    ],
    ['go', 'get', `github.com/oapi-codegen/runtime@v${runtime}`],
    ['go', 'mod', 'tidy'],
  ],
  output: 'client',
  typeName: /^type (\w+)/gm,
  check: () => [['go', 'vet', './...']],
  checkedWith: 'go vet',
  call: () => ['go', 'run', '.'],
};
