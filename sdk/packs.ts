import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryPython } from './published/try-python.ts';
import { tryTypescript } from './published/try-typescript.ts';
import { findMissing } from './run.ts';
import { startSeedServer } from './server.ts';
import type { Workplace } from './workplace.ts';

// Packs both clients as they are published, and uses them as somebody does who has nothing but the packs.
// What is missing on this machine is named.

/** As the READMEs have it. */
const key = 'af_key';

interface Client {
  name: string;
  /** Programs that have to be on the machine. */
  needs: readonly string[];
  use(workplace: Workplace): Promise<void>;
}

const clients: readonly Client[] = [
  { name: '@article-facts/client', needs: ['npm'], use: tryTypescript },
  { name: 'article-facts', needs: ['python3'], use: (workplace) => tryPython(workplace, key) },
];

for (const { name, needs, use } of clients) {
  const missing = await findMissing(needs);
  if (missing === undefined) await tryFromPack(name, use);
  else console.log(`missing  ${name}: there is no ${missing} on this machine`);
}

/** With a server and a folder of its own. */
async function tryFromPack(name: string, use: Client['use']): Promise<void> {
  const digest = createHash('sha256').update(key).digest();
  const server = await startSeedServer([{ name: 'readers', digest }]);
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-pack-'));
  try {
    await use({ folder, address: server.address });
    console.log(`passed   ${name}`);
  } catch (error) {
    console.log(`FAILED   ${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
}
