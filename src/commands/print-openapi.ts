import { buildApp } from '../app.ts';
import { inPackage } from '../package.ts';
import { readMigrations } from '../store/migrate.ts';
import { openStore } from '../store/open.ts';
import { writeOut } from './write-out.ts';

/** The document as the server serves it. */
export async function printOpenApi({ yaml = false }: { yaml?: boolean }): Promise<void> {
  const store = openStore(':memory:', readMigrations(inPackage('migrations')));
  const app = await buildApp({ config: { logLevel: 'silent' }, store });
  const { body } = await app.inject(yaml ? '/openapi.yaml' : '/openapi.json');
  await app.close();
  await store.close();
  await writeOut([body]);
}
