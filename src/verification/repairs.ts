/** How to undo what programs do to a text unasked. */
const repairs = {
  removeByteOrderMark: (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text),
  useLineFeeds: (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
  normalize: (text: string) => text.normalize('NFC'),
  addFinalLineBreak: (text: string) => `${text}\n`,
  removeFinalLineBreak: (text: string) => text.replace(/\r?\n$/, ''),
} as const satisfies Record<string, (text: string) => string>;

export type TextRepair = keyof typeof repairs;

/** In the order in which they are told. */
export const textRepairs = Object.keys(repairs) as TextRepair[];

/**
 * At most one of each line. They are made in this order, which comes to the same as any other: what is
 * dear is done first, to few texts, and what is cheap to all that come of it.
 */
const steps: readonly (readonly TextRepair[])[] = [
  ['normalize'],
  ['useLineFeeds'],
  ['removeByteOrderMark'],
  ['addFinalLineBreak', 'removeFinalLineBreak'],
];

/** What makes a text the right one; nothing where none of it does. */
export function findRepairs(text: string, isRight: (text: string) => boolean): TextRepair[] {
  const tried: { text: string; made: TextRepair[] }[] = [{ text, made: [] }];
  for (const step of steps)
    for (const before of [...tried])
      for (const repair of step) {
        const repaired = repairs[repair](before.text);
        if (repaired === before.text) continue;
        const made = [...before.made, repair];
        if (isRight(repaired)) return textRepairs.filter((it) => made.includes(it));
        // To what the last step makes nothing else is done: it may be forgotten.
        if (step !== steps.at(-1)) tried.push({ text: repaired, made });
      }
  return [];
}
