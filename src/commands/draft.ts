import { basename, extname } from 'node:path';
import type { Config } from '../config.ts';
import { draftBundle } from '../draft/draft.ts';
import { loadLanguageDetector } from '../draft/language.ts';
import { createNames, type Known } from '../draft/names.ts';
import { InputError, readText } from '../input.ts';
import { longestSlug } from '../model/identifiers.ts';
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
  { id = idOf(file), language: given }: { id?: string; language?: string },
): Promise<void> {
  const text = readText(file);
  if (text === '') throw new InputError(`${file}: is empty`);
  const language = given ?? (await detectLanguage(file, text));
  const names = (await readNames(config)).find(text);
  const { bundle, dates } = draftBundle({ text, id, language, names });
  await writeOut([`${JSON.stringify(bundle, null, 2)}\n`]);
  for (const { exact, start, end, edtf } of dates)
    printError(
      edtf === null
        ? `date: “${exact}” at ${start}–${end} names no year, or may be read in two ways`
        : `date: “${exact}” at ${start}–${end} is ${edtf}: put it where it belongs`,
    );
  const choices = names.ambiguous.map(
    ({ words, ids }) => `name: “${words}” may be ${ids.join(' or ')}: choose`,
  );
  for (const line of new Set(choices)) printError(line);
}

async function detectLanguage(file: string, text: string): Promise<string> {
  const detect = await loadLanguageDetector();
  const [only, ...others] = await detect(text);
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

/** The name of the file as an id, of as many of its words as go into one: Night Ferry.txt → night-ferry. */
function idOf(file: string): string {
  const name = basename(file, extname(file)).normalize('NFKD').toLowerCase();
  const words = name.replaceAll(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? [];
  const id = words.reduce((whole, word) => {
    const longer = whole === '' ? word.slice(0, longestSlug) : `${whole}-${word}`;
    return longer.length > longestSlug ? whole : longer;
  }, '');
  if (id === '') throw new InputError(`${file}: its name makes no id; say one by --id`);
  return id;
}
