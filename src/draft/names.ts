import type { Span } from './span.ts';

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

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Gathers names by their first words, so that a text is looked through once, however many there are. */
export function createNames() {
  const byFirstWord = new Map<string, Map<string, Known[]>>();
  return {
    add(known: Known): void {
      for (const name of new Set([...Object.values(known.name), ...(known.aliases ?? [])])) {
        const [first] = name.match(word) ?? [];
        if (first === undefined) continue;
        const names = byFirstWord.get(first) ?? new Map<string, Known[]>();
        byFirstWord.set(first, names);
        names.set(name, [...(names.get(name) ?? []), known]);
      }
    },
    /** The names as they stand in the text, whole words, the longer one where two begin alike. */
    find(text: string): FoundNames {
      const named = new Map<Known, Span[]>();
      const ambiguous: FoundNames['ambiguous'] = [];
      let end = 0;
      for (const { 0: first, index } of text.matchAll(word)) {
        if (index < end) continue;
        const found = [...(byFirstWord.get(first) ?? [])]
          .filter(([name]) => standsAt(text, index - name.indexOf(first), name))
          .sort(([left], [right]) => right.length - left.length)[0];
        if (found === undefined) continue;
        const [words, owners] = found;
        const start = index - words.indexOf(first);
        const span = { start, end: start + words.length };
        end = span.end;
        const [only, ...others] = owners;
        if (only === undefined) continue;
        if (others.length > 0)
          ambiguous.push({ words, span, ids: owners.map(({ list, id }) => `${list}/${id}`) });
        else named.set(only, [...(named.get(only) ?? []), span]);
      }
      return { named: Array.from(named, ([known, spans]) => ({ known, spans })), ambiguous };
    },
  };
}

function standsAt(text: string, start: number, name: string): boolean {
  if (start < 0 || !text.startsWith(name, start)) return false;
  const behind = String.fromCodePoint(text.codePointAt(start + name.length) ?? 0x20);
  return !/[\p{L}\p{N}\p{M}]/u.test(behind) || !/[\p{L}\p{N}\p{M}]$/u.test(name);
}
