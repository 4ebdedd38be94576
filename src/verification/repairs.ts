/** How to undo what programs do to a text unasked. */
const repairs = {
  removeByteOrderMark: (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text),
  useLineFeeds: (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
  normalize: (text: string) => text.normalize('NFC'),
  addFinalLineBreak: (text: string) => `${text}\n`,
  removeFinalLineBreak: (text: string) => text.replace(/\r?\n$/, ''),
} as const satisfies Record<string, (text: string) => string>;

export type TextRepair = keyof typeof repairs;

export const textRepairs = Object.keys(repairs) as TextRepair[];

/** At most one of each line, in this order. */
const steps: readonly (readonly TextRepair[])[] = [
  ['removeByteOrderMark'],
  ['useLineFeeds'],
  ['normalize'],
  ['addFinalLineBreak', 'removeFinalLineBreak'],
];

/** What makes a text the right one; nothing where none of it does. */
export function findRepairs(text: string, isRight: (text: string) => boolean): TextRepair[] {
  let tried: { text: string; made: TextRepair[] }[] = [{ text, made: [] }];
  for (const step of steps) {
    const changed = tried.flatMap((before) =>
      step.flatMap((repair) => {
        const repaired = repairs[repair](before.text);
        return repaired === before.text ? [] : [{ text: repaired, made: [...before.made, repair] }];
      }),
    );
    const right = changed.find((it) => isRight(it.text));
    if (right !== undefined) return right.made;
    tried = [...tried, ...changed];
  }
  return [];
}
