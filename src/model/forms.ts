import type { Fault } from './fault.ts';

/** What can't be seen, or turns the direction of what follows it. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
/** Something that shows: letters of some scripts that are drawn as nothing don't. */
const visible = /[^\p{Z}\p{C}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u;

/** Whether a text is one line that shows something, as it is written and no other way. */
export function isLine(text: string): boolean {
  return !unfit.test(text) && visible.test(text);
}

/** Of a text of however many lines, that it shows nothing. */
export function findInvisible(pointer: string, text: string): Fault[] {
  return visible.test(text) ? [] : [{ pointer, detail: 'must be text that shows something' }];
}

/** Whether a text is an absolute http or https address, as a browser takes it (an IRI, WHATWG URL). */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && !/[\s\p{Cc}]/u.test(text) && URL.canParse(text);
}
