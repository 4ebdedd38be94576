import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Command, Generator } from '../generator.ts';

const { devDependencies } = JSON.parse(readFileSync(inPackage('sdk/package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

/** The exact version that sdk/package.json installs. */
export function installed(name: string): string {
  const version = devDependencies[name];
  if (version === undefined) throw new Error(`sdk/package.json doesn't install ${name}`);
  return version;
}

const strictest = {
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedIndexedAccess: true,
};

const tsconfig = (options: object) => ({
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: ['node'],
    outDir: 'compiled',
    strict: true,
    ...options,
    skipLibCheck: true,
  },
  include: ['main.ts', 'client'],
});

interface TypeScript extends Pick<Generator, 'name' | 'version' | 'generate' | 'note'> {
  /** In clients/. */
  client: string;
  files?: Generator['files'];
  /** What npm installs in the workplace; without any, what sdk/package.json installs is there. */
  packages?: readonly string[];
  /** Compiler options that what it writes can't bear, whatever the document. */
  without?: readonly (keyof typeof strictest)[];
}

/** What all TypeScript clients have in common: strict type check, compiled and run by Node. */
export function typeScript(own: TypeScript): Generator {
  const { name, version, client, generate, note, files = () => ({}), packages, without = [] } = own;
  const install: Command =
    packages === undefined
      ? ['ln', '-s', inPackage('node_modules'), 'node_modules']
      : ['npm', 'install', '--no-audit', '--no-fund', '--silent', ...packages];
  const options = Object.fromEntries(
    Object.entries(strictest).filter(([option]) => !without.some((it) => it === option)),
  );
  return {
    name,
    version,
    ...(note !== undefined && { note }),
    generate: (workplace) => [install, ...generate(workplace)],
    language: 'TypeScript',
    reads: 'openapi.json',
    needs: packages === undefined ? [] : ['npm'],
    files: (workplace) => ({
      'package.json': '{"type":"module"}',
      'tsconfig.json': JSON.stringify(tsconfig(options)),
      'main.ts': readFileSync(inPackage(`sdk/clients/${client}.ts`), 'utf8'),
      ...files(workplace),
    }),
    output: 'client',
    typeName: /^export (?:declare )?(?:type|interface|enum|class) (\w+)/gm,
    check: () => [['node', inPackage('node_modules/typescript/bin/tsc')]],
    checkedWith: ['tsc, strictest', ...without].join(' without '),
    call: () => ['node', 'compiled/main.js'],
  };
}
