import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import { run } from '../run.ts';
import type { Workplace } from '../workplace.ts';
import { completionsAt } from './completions.ts';
import { expectPrinted, readFirstProgram, readProgram } from './literate.ts';

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

/** What is typed, and what an editor has to offer at the `|`. */
const completed: Readonly<Record<string, string>> = {
  "facts.list('|')": '/v1/quotes',
  "facts.list('/v1/quotes', { | })": 'speaker',
  "facts.list('/v1/quotes', { kind: '|' })": 'indirect',
  "facts.list('/v1/quotes', { kind: ['|'] })": 'indirect',
  "facts.stream('|')": '/v1/exports/quotes.csv',
};

/**
 * Packs the client, installs the pack where nothing else is, and does what both READMEs say.
 *
 * @throws Error with what was printed
 */
export async function tryTypescript({ folder, address }: Workplace): Promise<void> {
  const page = readFileSync(join(client, 'README.md'), 'utf8');
  const { source, printed } = readProgram(page, 'ts', address);
  const first = readFirstProgram(readFileSync(inPackage('README.md'), 'utf8'), 'ts', address);
  const pack = await run(['npm', 'pack', '--silent', '--pack-destination', folder], client);
  writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  writeFileSync(join(folder, 'main.ts'), source);
  // The README’s is checked as TypeScript, and runs without it.
  writeFileSync(join(folder, 'first.ts'), first.source);
  writeFileSync(join(folder, 'quotes.mjs'), first.source);
  const misuse = readFileSync(join(client, 'tests/misuse.ts'), 'utf8');
  writeFileSync(join(folder, 'misuse.ts'), misuse);
  await run(['npm', 'install', '--silent', '--no-audit', `./${pack.trim()}`], folder);
  // Of TypeScript’s own checking nothing is skipped: what is packed has to stand on its own.
  await run(['node', inPackage('sdk/node_modules/typescript/bin/tsc')], folder);
  expectPrinted(await run(['node', 'quotes.mjs'], folder), first.printed);
  expectPrinted(await run(['node', 'main.js'], folder), printed);
  for (const [typed, expected] of Object.entries(completed)) {
    const start = `import { createClient } from '@article-facts/client';
const facts = createClient({ baseUrl: '' });\n`;
    const offered = completionsAt(folder, start + typed, tsconfig.compilerOptions);
    if (!offered.includes(expected)) throw new Error(`At ${typed}, no editor offers ${expected}`);
  }
}
