/** Of phrases that stand more often, only that is known. */
const mostPlaces = 32;

/**
 * Where each phrase stands in a text, by its offsets; null where that is in more than 32 places. All are
 * looked for in one pass (Aho and Corasick's automaton). A phrase found too often is looked for no longer,
 * so that the time is linear in the text and the phrases, whatever they are.
 */
export function findAll(text: string, phrases: readonly string[]): (number[] | null)[] {
  const trie = createTrie(phrases);
  const found: (number[] | null)[] = phrases.map(() => []);
  let node = 0;
  for (let end = 1; end <= text.length; end++) {
    node = trie.follow(node, text.charCodeAt(end - 1));
    for (let at = trie.firstEnding(node); at !== 0; at = trie.nextEnding(at)) {
      const phrase = trie.phraseOf(at);
      const places = found[phrase];
      if (!places) continue;
      if (places.length < mostPlaces) places.push(end - (phrases[phrase]?.length ?? 0));
      else {
        found[phrase] = null;
        trie.forget(at);
      }
    }
  }
  return found;
}

/** The phrases, distinct and none empty, as a tree of their characters. */
function createTrie(phrases: readonly string[]) {
  const edges = createEdges(phrases.reduce((sum, { length }) => sum + length, 0));
  const parents = [0];
  const units = [0];
  const phraseAt: number[] = [-1];
  for (const [index, phrase] of phrases.entries()) {
    let node = 0;
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(at);
      let next = edges.get(node, unit);
      if (next === 0) {
        next = parents.length;
        edges.set(node, unit, next);
        parents.push(node);
        units.push(unit);
        phraseAt.push(-1);
      }
      node = next;
    }
    phraseAt[node] = index;
  }
  // The longest end of each node that is the beginning of a phrase; and the longest that is a whole one.
  const shorter = new Int32Array(parents.length);
  const ending = new Int32Array(parents.length);
  for (const node of byDepth(parents)) {
    const parent = parents[node] ?? 0;
    if (parent !== 0) shorter[node] = follow(shorter[parent] ?? 0, units[node] ?? 0);
    const end = shorter[node] ?? 0;
    ending[node] = (phraseAt[end] ?? -1) >= 0 ? end : (ending[end] ?? 0);
  }
  return {
    follow,
    firstEnding: (node: number) => ((phraseAt[node] ?? -1) >= 0 ? node : nextEnding(node)),
    nextEnding,
    phraseOf: (node: number) => phraseAt[node] ?? -1,
    forget(node: number) {
      phraseAt[node] = -1;
    },
  };

  function follow(from: number, unit: number): number {
    let node = from;
    for (;;) {
      const next = edges.get(node, unit);
      if (next !== 0 || node === 0) return next;
      node = shorter[node] ?? 0;
    }
  }

  /** What has been forgotten is passed over once, not each time. */
  function nextEnding(node: number): number {
    let next = ending[node] ?? 0;
    while (next !== 0 && (phraseAt[next] ?? -1) < 0) next = ending[next] ?? 0;
    ending[node] = next;
    return next;
  }
}

/** All nodes but the root, those nearer to it first. */
function byDepth(parents: readonly number[]): number[] {
  const depths = new Int32Array(parents.length);
  // Each was made behind its parent.
  for (let node = 1; node < parents.length; node++)
    depths[node] = (depths[parents[node] ?? 0] ?? 0) + 1;
  return Array.from(parents.keys())
    .slice(1)
    .sort((left, right) => (depths[left] ?? 0) - (depths[right] ?? 0));
}

/** To which node a character leads from another; 0 where to none. A table of numbers: a Map takes five times as long. */
function createEdges(most: number) {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const nodes = new Int32Array(size);
  const units = new Int32Array(size);
  const targets = new Int32Array(size);
  return {
    get: (node: number, unit: number): number => targets[slotOf(node, unit)] ?? 0,
    set(node: number, unit: number, target: number): void {
      const slot = slotOf(node, unit);
      nodes[slot] = node;
      units[slot] = unit;
      targets[slot] = target;
    },
  };

  function slotOf(node: number, unit: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    while (targets[slot] !== 0 && (nodes[slot] !== node || units[slot] !== unit))
      slot = (slot + 1) & (size - 1);
    return slot;
  }
}
