import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';

const version = '1.24.0';

export const ogen: Generator = {
  name: 'ogen',
  version,
  language: 'Go',
  reads: 'openapi-3.0.json',
  needs: ['go'],
  isRare: true,
  files: () => ({
    'main.go': readFileSync(inPackage('sdk/clients/ogen.go'), 'utf8'),
    'go.mod': 'module example\n\ngo 1.26\n',
    'ogen.yml': `generator:
  features:
    enable: [paths/client]
    disable_all: true
`,
  }),
  generate: () => [
    [
      ...['go', 'run', `github.com/ogen-go/ogen/cmd/ogen@v${version}`],
      ...['--config', 'ogen.yml', '--target', 'client', '--package', 'client', 'openapi-3.0.json'],
    ],
    ['go', 'get', `github.com/ogen-go/ogen@v${version}`],
    ['go', 'mod', 'tidy'],
  ],
  output: 'client',
  typeName: /^type ([A-Z]\w*)/gm,
  check: () => [['go', 'vet', './...']],
  checkedWith: 'go vet',
  note: 'Each status of an operation is a type of its own; files are `io.Reader`.',
  call: () => ['go', 'run', '.'],
};
