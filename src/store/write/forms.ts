import { type Form, formsOf, wordsIn } from '../../text/forms.ts';
import { sql } from '../sql.ts';
import type { Writing } from './writing.ts';

/** Words whose forms are to be known. */
export interface FormsToStore {
  /** The words of an article’s texts, as `ArticleToStore` has them. */
  note(texts: Readonly<Record<string, string>>): void;
  /** How many rows wait. */
  size(): number;
  write(writing: Writing): Promise<void>;
}

/** So many words at most are remembered as stored. */
const mostKnown = 1_000_000;

export function createFormsToStore(): FormsToStore {
  const known = new Map<string, Set<string>>();
  let count = 0;
  let waiting: Form[] = [];
  return {
    note(texts) {
      for (const [language, text] of Object.entries(texts)) {
        const stored = known.getOrInsertComputed(language, () => new Set());
        for (const word of wordsIn(text, language)) {
          if (stored.has(word)) continue;
          stored.add(word);
          count++;
          waiting.push(...formsOf(word, language));
        }
      }
      if (count < mostKnown) return;
      known.clear();
      count = 0;
    },
    size: () => waiting.length,
    async write(writing) {
      if (waiting.length === 0) return;
      // In the order of the table, so that neighbours are written together.
      const rows = JSON.stringify(waiting.toSorted());
      waiting = [];
      await writing.run(sql`
        insert into forms (key, word)
        select key, word from ${writing.dialect.rowsIn({ key: 'text', word: 'text' }, rows)} as noted
        where true on conflict do nothing
      `);
    },
  };
}

/** Forgets all words: they are to be noted anew. */
export async function forgetForms(writing: Writing): Promise<void> {
  await writing.run(sql`delete from forms`);
}
