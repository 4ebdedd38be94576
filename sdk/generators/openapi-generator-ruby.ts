import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';

/** As Debian’s package ruby-typhoeus has it; elsewhere `gem install typhoeus` brings it. */
const typhoeus = '/usr/share/rubygems-integration/all/gems/typhoeus-1.4.0/lib/typhoeus.rb';

export const openapiGeneratorRuby: Generator = {
  name: 'openapi-generator (ruby)',
  version: openapiGeneratorVersion,
  language: 'Ruby',
  reads: 'openapi.json',
  needs: ['java', 'mvn', 'ruby', typhoeus],
  isRare: true,
  files: () => ({
    'main.rb': readFileSync(inPackage('sdk/clients/openapi_generator.rb'), 'utf8'),
  }),
  generate: () =>
    generateWith('ruby', 'client', 'openapi.json', {
      gemName: 'article_facts',
      moduleName: 'ArticleFacts',
    }),
  output: 'client/lib',
  typeName: /^ {2}class (\w+)/gm,
  check: () => [
    ['sh', '-c', 'find client/lib main.rb -name "*.rb" -print0 | xargs -0 -n 1 ruby -wc'],
  ],
  checkedWith: 'ruby -wc',
  note: 'An error has the text of its answer: `Problem.build_from_hash` makes a problem of it. A file is a temporary one.',
  call: () => ['ruby', '-I', 'client/lib', 'main.rb'],
};
