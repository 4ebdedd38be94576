import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import { typeScript } from './typescript.ts';

const version = '0.8.12';

export const fets = typeScript({
  name: 'feTS',
  version,
  client: 'fets',
  packages: [`fets@${version}`, '@types/node@26.6.6'],
  // It generates nothing: its types follow from the document as a literal.
  files: () => ({
    'client/openapi.ts': `export default ${readFileSync(inPackage('openapi/openapi.json'), 'utf8').trim()} as const;\n`,
  }),
  generate: () => [],
  note: 'All paths at once are too deep for the compiler: pick those that are asked for. A string that may be null is `unknown` to it.',
});
