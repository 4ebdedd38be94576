import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';

const mypy = 'mypy==2.4.1';

interface Python extends Pick<Generator, 'name' | 'version' | 'generate' | 'note' | 'coins'> {
  /** In clients/. */
  client: string;
  /** What pip installs beside mypy. */
  packages: readonly string[];
  /** Files that its user writes beside the program, by name. */
  files?: Readonly<Record<string, string>>;
  /** Of the configuration of mypy. */
  mypyConfig?: string;
}

/** What all Python clients have in common: an environment of their own, mypy's strictest. */
export function python(own: Python): Generator {
  const { name, version, client, packages, generate, note, coins, files, mypyConfig = '' } = own;
  return {
    name,
    version,
    ...(note !== undefined && { note }),
    ...(coins !== undefined && { coins }),
    language: 'Python',
    reads: 'openapi.json',
    needs: ['python3'],
    files: () => ({
      'main.py': readFileSync(inPackage(`sdk/clients/${client}.py`), 'utf8'),
      'client/__init__.py': '',
      'mypy.ini': `[mypy]\nstrict = True\nwarn_unreachable = False\n${mypyConfig}`,
      ...files,
    }),
    generate: (workplace) => [
      ['python3', '-m', 'venv', 'venv'],
      // Most of it is never imported: what is compiled when it is takes less time.
      ['venv/bin/pip', 'install', '--quiet', '--no-input', '--no-compile', mypy, ...packages],
      ...generate(workplace),
    ],
    output: 'client',
    typeName: /^class (\w+)/gm,
    check: () => [['venv/bin/mypy', 'client', 'main.py']],
    checkedWith: 'mypy, strict',
    call: () => ['venv/bin/python', 'main.py'],
  };
}
