import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WrittenBundle } from '../../bench/corpora/to-bundle.ts';
import { inPackage } from '../../src/package.ts';
import { temporaryFolder } from './process.ts';

export const converter = inPackage('bench/corpora/convert.ts');

/** A folder of these files, by their paths in it. */
export function folderOf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** What the program writes of a corpus, and prints. */
export function convert(
  corpus: string,
  files: Record<string, string>,
): { counts: string; bundles: WrittenBundle[] } {
  const folder = folderOf(files);
  const out = join(folder, 'out');
  const counts = execFileSync(process.execPath, [converter, corpus, folder, out], {
    encoding: 'utf8',
  });
  const names = readdirSync(out).filter((name) => name.endsWith('.json'));
  return {
    counts,
    bundles: names.map((name) => JSON.parse(readFileSync(join(out, name), 'utf8'))),
  };
}

/** The words of each quote's mentions of a role, those that go on with others behind “+”. */
export function wordsOf({ quotes }: WrittenBundle, role: string): string[][] {
  return quotes.map(({ mentions }) =>
    mentions
      .filter((mention) => mention.role === role)
      .map(({ exact, continues }) => (continues ? `+ ${exact}` : exact)),
  );
}
