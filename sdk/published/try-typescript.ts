import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import { run } from '../run.ts';
import type { Workplace } from '../workplace.ts';
import { expectPrinted, readProgram } from './literate.ts';

const client = inPackage('sdk/typescript');

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  },
};

/**
 * Packs the client, installs the pack where nothing else is, and does what its README says.
 *
 * @throws Error with what was printed
 */
export async function tryTypescript({ folder, address }: Workplace): Promise<void> {
  const page = readFileSync(join(client, 'README.md'), 'utf8');
  const { source, printed } = readProgram(page, 'ts', address);
  const pack = await run(['npm', 'pack', '--silent', '--pack-destination', folder], client);
  writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  writeFileSync(join(folder, 'main.ts'), source);
  const misuse = readFileSync(join(client, 'tests/misuse.ts'), 'utf8');
  writeFileSync(join(folder, 'misuse.ts'), misuse);
  await run(['npm', 'install', '--silent', '--no-audit', `./${pack.trim()}`], folder);
  // Of TypeScript’s own checking nothing is skipped: what is packed has to stand on its own.
  await run(['node', inPackage('sdk/node_modules/typescript/bin/tsc')], folder);
  expectPrinted(await run(['node', 'main.js'], folder), printed);
}
