import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

/** A guide of openapi/README.md: what a reader types, in order. */
export interface Guide {
  language: string;
  /** Programs that have to be on the machine. */
  needs: readonly string[];
}

/** The guides, by the heading of their section. */
export const guides: readonly Guide[] = [
  { language: 'TypeScript', needs: ['npm', 'npx'] },
  { language: 'Python', needs: ['python3', 'perl'] },
  { language: 'Go', needs: ['go'] },
  { language: 'Java', needs: ['java', 'mvn'] },
];

const serverOfReader = 'http://127.0.0.1:3000';

/**
 * Does what the guide says, against the server at hand.
 *
 * @throws Error where a command fails, or the last one prints something else than the guide
 */
export async function follow({ language }: Guide, readme: string, address: string): Promise<void> {
  const section = readme.split(/^## /m).find((it) => it.startsWith(`${language}\n`));
  if (section === undefined) throw new Error(`openapi/README.md has no section ${language}`);
  const here = section.replaceAll(serverOfReader, address);
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-guide-'));
  try {
    for (const [, name = '', text = ''] of here.matchAll(/^`([^`]+)`:\n\n```\w+\n(.*?)^```$/gms))
      writeFileSync(join(folder, name), text);
    let printed = '';
    for (const [, commands = ''] of here.matchAll(/^```sh\n(.*?)^```$/gms))
      printed = await run(['bash', '-euc', commands], folder);
    const [, promised] = here.match(/^```text\n(.*?)^```$/ms) ?? [];
    if (printed !== promised) throw new Error(`It prints\n${printed}instead of\n${promised}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
