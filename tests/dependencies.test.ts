import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { readPage } from './support/pages.ts';

interface Locked {
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

/** As the page on security lists them. */
const allowed = new Set(['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']);

const { packages } = JSON.parse(readPage('package-lock.json')) as {
  packages: Record<string, Locked>;
};
/** Of others’ packages, those that are installed with `--omit=dev`. */
const installed = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path.includes('node_modules/') && !dev && !devOptional,
);

test('every package that is installed with the server has a licence of the list, and is known by its hash', () => {
  expect(installed.length).toBeGreaterThan(100);
  for (const [path, locked] of installed) {
    if (locked.link) continue;
    const manifest = `${path}/package.json`;
    // Some are for other systems than this one.
    const { license } = existsSync(inPackage(manifest)) ? JSON.parse(readPage(manifest)) : locked;
    expect([path, allowed.has(license)]).toEqual([path, true]);
    expect(locked.license, path).toBe(license);
    expect(locked.integrity, path).toMatch(/^sha512-/);
  }
  for (const licence of allowed) expect(readPage('SECURITY.md')).toContain(licence);
});

test('what a package has beside programs, whose licence doesn’t say so, is told in a notice that the image has too', () => {
  const notice = readPage('NOTICE');
  // The file endings of trained models.
  const models = installed
    .filter(([path]) => existsSync(inPackage(path)))
    .flatMap(([path]) =>
      globSync('**/*.{ftz,onnx,tflite,pt,gguf,safetensors}', { cwd: inPackage(path) }).map(
        (file) => [path.split('node_modules/').at(-1), basename(file)] as const,
      ),
    );
  expect(models.length).toBeGreaterThan(0);
  for (const [name, file] of models) {
    const [, own = ''] = notice.split(`\n${name}\n`);
    expect(own, name).toContain(file);
    expect(own).toContain('https://creativecommons.org/licenses/by-sa/3.0/');
  }
  expect(readPage('Dockerfile')).toMatch(/^COPY .*\bLICENSE NOTICE\b/m);
  expect(readPage('.dockerignore')).toContain('\n!NOTICE\n');
});

test('only the runtime may run a script at install, and every version is exact', () => {
  const { allowScripts, dependencies, devDependencies } = JSON.parse(readPage('package.json'));
  const running = Object.keys(allowScripts).filter((name) => allowScripts[name] === true);
  expect(running).toEqual(['node']);
  const versions: string[] = Object.values({ ...dependencies, ...devDependencies });
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});
