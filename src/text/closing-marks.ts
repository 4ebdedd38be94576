/**
 * By each mark that can open a quotation, the marks that can close it, in whichever language; among them the
 * straight one, as people type it.
 */
export const closers: ReadonlyMap<string, string> = new Map([
  ['“', '”"'],
  ['”', '”'],
  ['„', '“”"'],
  ['‟', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['‛', '’'],
  ['「', '」'],
  ['『', '』'],
  ['｢', '｣'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['《', '》'],
  ['〈', '〉'],
  ['〝', '〞〟'],
  ['״', '״'],
  ['"', '"”'],
  ['＂', '＂'],
  ["'", "'"],
  ['＇', '＇'],
]);
