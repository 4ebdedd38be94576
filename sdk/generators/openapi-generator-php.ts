import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';

/** As Debian’s package php-guzzlehttp-guzzle has it; elsewhere Composer brings it. */
const guzzle = '/usr/share/php/GuzzleHttp/autoload.php';

export const openapiGeneratorPhp: Generator = {
  name: 'openapi-generator (php)',
  version: openapiGeneratorVersion,
  language: 'PHP',
  reads: 'openapi.json',
  needs: ['java', 'mvn', 'php', guzzle],
  isRare: true,
  files: () => ({
    'main.php': readFileSync(inPackage('sdk/clients/openapi_generator.php'), 'utf8'),
  }),
  generate: () => generateWith('php', 'client', 'openapi.json', { invokerPackage: 'ArticleFacts' }),
  output: 'client/lib',
  typeName: /^(?:abstract )?(?:class|interface) (\w+)/gm,
  check: () => [
    ['sh', '-c', 'find client/lib main.php -name "*.php" -print0 | xargs -0 -n 1 php -l'],
  ],
  checkedWith: 'php -l',
  note: 'Its types stand in comments: what is checked is the syntax.',
  call: () => [
    'php',
    '-d',
    `auto_prepend_file=${guzzle}`,
    '-d',
    'display_errors=stderr',
    'main.php',
  ],
};
