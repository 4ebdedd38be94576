import { readFileSync } from 'node:fs';
import { inPackage } from '../package.ts';
import { writeOut } from './write-out.ts';

/** The document as the server serves it. */
export async function printOpenApi({ yaml = false }: { yaml?: boolean }): Promise<void> {
  await writeOut([readFileSync(inPackage(`openapi/openapi.${yaml ? 'yaml' : 'json'}`), 'utf8')]);
}
