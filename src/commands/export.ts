import type { Config } from '../config.ts';
import { exportAll, formats } from '../resource/write-export.ts';
import { resources } from '../resources.ts';
import { openConfiguredStore } from '../serve.ts';
import { writeNameless } from '../sqlite-export/nameless-file.ts';
import { writeTablesBeside } from '../sqlite-export/write-beside.ts';
import { requireFile, writeOut } from './write-out.ts';

/** Writes all of a resource to standard output. */
export async function exportResource(
  config: Config,
  name: string,
  { format, bom = false }: { format: string; bom?: boolean },
): Promise<void> {
  const resource = resources.find((it) => it.name === name);
  const form = formats.find((it) => it.name === format);
  if (resource === undefined || form === undefined)
    throw new Error(`${name} can't be exported as ${format}`);
  if (form.isCompressed) requireFile();
  const store = await openConfiguredStore(config);
  try {
    await writeOut(exportAll(store, resource, form, bom));
  } finally {
    await store.close();
  }
}

/** Writes all there is, as a SQLite database, to standard output. */
export async function exportAllTables(config: Config): Promise<void> {
  requireFile();
  const store = await openConfiguredStore(config);
  try {
    const { signal } = new AbortController();
    const { file } = await writeNameless((path, opened) =>
      writeTablesBeside(store, path, signal, opened),
    );
    await writeOut(file.read()).finally(file.close);
  } finally {
    await store.close();
  }
}
