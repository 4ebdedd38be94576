import { basename, extname } from 'node:path';
import type { Config } from '../config.ts';
import { draftBundle } from '../draft/draft.ts';
import { detectLanguages } from '../draft/language.ts';
import { createNames, type Known } from '../draft/names.ts';
import { InputError, readText } from '../input.ts';
import { slugPattern } from '../model/identifiers.ts';
import { languagePattern } from '../model/localized-text.ts';
import { factTypes } from '../resources.ts';
import { openConfiguredStore } from '../serve.ts';
import { everythingOf } from '../store/plan.ts';
import { readAll } from '../store/read/read-all.ts';
import { printError } from '../terminal.ts';
import { writeOut } from './write-out.ts';

/** Writes a bundle to start from; what has no place in it is told on standard error. */
export async function draft(
  config: Config,
  file: string,
  { id = slugOf(file), language: given }: { id?: string; language?: string },
): Promise<void> {
  if (!new RegExp(slugPattern).test(id))
    throw new InputError(`--id must be words of a–z and 0–9 joined by hyphens; not ${id}`);
  const text = readText(file);
  if (text === '') throw new InputError(`${file}: is empty`);
  const language = given ?? detectLanguage(file, text);
  if (!new RegExp(languagePattern).test(language))
    throw new InputError(
      `--language must be a language tag (BCP 47), like id or en-GB; not ${language}`,
    );
  const names = (await readNames(config)).find(text);
  const { bundle, dates } = draftBundle({ text, id, language, names });
  await writeOut([`${JSON.stringify(bundle, null, 2)}\n`]);
  for (const { exact, start, end, edtf } of dates)
    printError(`date: “${exact}” at ${start}–${end} is ${edtf}: put it where it belongs`);
  const choices = names.ambiguous.map(
    ({ words, ids }) => `name: “${words}” may be ${ids.join(' or ')}: choose`,
  );
  for (const line of new Set(choices)) printError(line);
}

function detectLanguage(file: string, text: string): string {
  const [only, ...others] = detectLanguages(text);
  if (only !== undefined && others.length === 0) return only;
  const likely = only === undefined ? 'can’t be told' : `may be ${[only, ...others].join(', ')}`;
  throw new InputError(`${file}: its language ${likely}; say which by --language`);
}

async function readNames(config: Config) {
  const names = createNames();
  const store = await openConfiguredStore(config);
  try {
    const snapshot = await store.takeSnapshot();
    try {
      for (const { name: list } of factTypes.filter(({ sharing }) => sharing !== undefined))
        for await (const documents of readAll(snapshot, everythingOf(list)))
          for (const document of documents)
            names.add({ list, ...(JSON.parse(document) as Omit<Known, 'list'>) });
    } finally {
      await snapshot.close();
    }
    return names;
  } finally {
    await store.close();
  }
}

/** The name of the file as an id: Night Ferry.txt → night-ferry. */
function slugOf(file: string): string {
  const name = basename(file, extname(file)).normalize('NFKD').toLowerCase();
  return name.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
