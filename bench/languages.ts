import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguageDetector } from '../src/draft/language.ts';

/**
 * How often `draft` is sure of the language of a text, and wrong:
 * `node bench/languages.ts FOLDER [CHARACTERS]`, where the folder has a file of sentences for each language,
 * named by its tag (de.txt). Each text is made of as many of them in a row as have so many characters.
 */
const [folder = '', least = '300'] = process.argv.slice(2);
const most = 100;
const detectLanguages = await loadLanguageDetector();
const total = { texts: 0, sure: 0, wrong: 0 };
/** What its name covers. */
const same: Readonly<Record<string, string>> = { fil: 'tl', nb: 'no', nn: 'no' };

for (const file of readdirSync(folder)) {
  const language = file.replace(/\.txt$/, '');
  const texts = textsOf(readFileSync(join(folder, file), 'utf8'), Number(least)).slice(0, most);
  const told: string[][] = [];
  for (const text of texts) told.push(await detectLanguages(text));
  const sure = told.filter((languages) => languages.length === 1).flat();
  const wrong = sure.filter((it) => (same[it] ?? it) !== (same[language] ?? language));
  total.texts += texts.length;
  total.sure += sure.length;
  total.wrong += wrong.length;
  console.log(
    `${language}: ${texts.length} texts, sure of ${sure.length}, wrong ${wrong.join(' ') || 'never'}`,
  );
}
console.log(`${total.texts} texts, sure of ${total.sure}, of these ${total.wrong} wrong`);

function textsOf(lines: string, length: number): string[] {
  const texts: string[] = [];
  let text = '';
  for (const line of lines.split('\n')) {
    text = `${text} ${line}`.trim();
    if (text.length < length) continue;
    texts.push(text);
    text = '';
  }
  return texts;
}
