import { typeScript } from './typescript.ts';

const version = '0.31.0';

export const openapiTypescriptCodegen = typeScript({
  name: 'openapi-typescript-codegen',
  version,
  client: 'openapi-typescript-codegen',
  packages: [`openapi-typescript-codegen@${version}`, '@types/node@26.6.6'],
  note: 'No longer kept by its authors. Its imports are for bundlers: Node needs `.js` behind them. An error has a body of any type; a file is text, though its type is `Blob`.',
  generate: () => [
    [
      ...['node_modules/.bin/openapi', '--input', 'openapi.json', '--output', 'client'],
      ...['--useOptions', '--useUnionTypes'],
    ],
    [
      ...['find', 'client', '-name', '*.ts', '-exec'],
      ...['sed', '-i', "s#\\(from '\\.[^']*\\)'#\\1.js'#", '{}', '+'],
    ],
  ],
});
