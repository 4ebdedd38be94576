import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../../src/package.ts';
import { run } from '../run.ts';
import type { Workplace } from '../workplace.ts';
import { expectPrinted, readFirstProgram, readProgram } from './literate.ts';

const client = inPackage('sdk/python');

/**
 * Builds the wheel, installs it where nothing else is, does what both READMEs say, and runs the client’s tests.
 *
 * @param key lets write
 * @throws Error with what was printed
 */
export async function tryPython({ folder, address }: Workplace, key: string): Promise<void> {
  const page = readFileSync(join(client, 'README.md'), 'utf8');
  const { source, printed } = readProgram(page, 'python', address);
  const first = readFirstProgram(readFileSync(inPackage('README.md'), 'utf8'), 'python', address);
  await makeEnvironment(folder, 'builder', ['build==1.6.1']);
  cpSync(client, join(folder, 'source'), { recursive: true });
  await run(['builder/bin/python', '-m', 'build', '--outdir', 'dist', 'source'], folder);
  const wheel = readdirSync(join(folder, 'dist')).find((name) => name.endsWith('.whl'));

  const empty = join(folder, 'empty');
  mkdirSync(empty);
  await makeEnvironment(empty, 'venv', [`../dist/${wheel}`, 'mypy==2.4.1', 'pytest==9.2.0']);
  writeFileSync(join(empty, 'main.py'), source);
  writeFileSync(join(empty, 'first.py'), first.source);
  cpSync(join(client, 'tests'), join(empty, 'tests'), { recursive: true });
  const mypy = ['venv/bin/mypy', '--strict', '--python-version', '3.10'];
  await run([...mypy, 'main.py', 'first.py', 'tests'], empty);
  await run([...mypy, '-p', 'article_facts'], empty);
  expectPrinted(await run(['venv/bin/python', 'first.py'], empty), first.printed);
  expectPrinted(await run(['venv/bin/python', 'main.py'], empty), printed);
  await run(['venv/bin/pytest', '-q', 'tests'], empty, { ADDRESS: address, KEY: key });
}

async function makeEnvironment(folder: string, name: string, packages: readonly string[]) {
  await run(['python3', '-m', 'venv', name], folder);
  await run([`${name}/bin/pip`, 'install', '--quiet', '--no-input', ...packages], folder);
}
