import type { Config } from '../config.ts';
import { csv, ndjson } from '../resource/formats.ts';
import { exportAll } from '../resource/write-export.ts';
import { resources } from '../resources.ts';
import { openConfiguredStore } from '../serve.ts';
import { writeOut } from './write-out.ts';

/** Writes all of a resource to standard output. */
export async function exportResource(
  config: Config,
  name: string,
  { format, bom = false }: { format: string; bom?: boolean },
): Promise<void> {
  const resource = resources.find((it) => it.name === name);
  if (resource === undefined) throw new Error(`${name} is no resource`);
  const store = await openConfiguredStore(config);
  try {
    await writeOut(exportAll(store, resource, format === 'csv' ? csv : ndjson, bom));
  } finally {
    await store.close();
  }
}
