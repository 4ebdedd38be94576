import type { Span } from '../text/span.ts';
import { beginningsOf, createEnds } from './words.ts';

/** An actor or place that the database knows. */
export interface Known {
  /** `actors` or `places`. */
  list: string;
  id: string;
  kind: string;
  name: Record<string, string>;
  aliases?: readonly string[];
}

export interface FoundNames {
  /** What the text names, with the places where it does. */
  named: { known: Known; spans: Span[] }[];
  /** Names that several have: a person has to choose. */
  ambiguous: { words: string; span: Span; ids: string[] }[];
}

/** Gathers names by their first words, so that a text is looked through once, however many there are. */
export function createNames() {
  const byBeginning = new Map<string, Map<string, Known[]>>();
  return {
    add(known: Known): void {
      for (const name of new Set([...Object.values(known.name), ...(known.aliases ?? [])])) {
        const [first] = beginningsOf(name);
        if (first === undefined) continue;
        const names = byBeginning.getOrInsertComputed(first.key, () => new Map<string, Known[]>());
        names.getOrInsertComputed(name, () => []).push(known);
      }
    },
    /** The names as they stand in the text, whole words, the longer one where two begin alike. */
    find(text: string): FoundNames {
      const beginnings = beginningsOf(text);
      const endsWord = createEnds(text, beginnings);
      const named = new Map<Known, Span[]>();
      const ambiguous: FoundNames['ambiguous'] = [];
      let end = 0;
      for (const { key, index } of beginnings) {
        if (index < end) continue;
        const [longest] = [...(byBeginning.get(key) ?? [])]
          .map(([words, owners]) => {
            const start = index - words.indexOf(key);
            return { words, owners, span: { start, end: start + words.length } };
          })
          .filter(
            ({ words, span }) =>
              span.start >= 0 && text.startsWith(words, span.start) && endsWord(span),
          )
          .sort((left, right) => right.words.length - left.words.length);
        if (longest === undefined) continue;
        const { words, owners, span } = longest;
        end = span.end;
        const [only, ...others] = owners;
        if (only === undefined) continue;
        if (others.length > 0)
          ambiguous.push({ words, span, ids: owners.map(({ list, id }) => `${list}/${id}`) });
        else named.getOrInsertComputed(only, () => []).push(span);
      }
      return { named: Array.from(named, ([known, spans]) => ({ known, spans })), ambiguous };
    },
  };
}
