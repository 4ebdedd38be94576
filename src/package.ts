import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file or folder of this package, wherever the process was started. */
export function inPackage(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
