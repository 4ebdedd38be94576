import { type Fault, listFaults, pointerPart } from './fault.ts';
import { isStreamSafe, streamSafeFault } from './stream-safe.ts';

/** Texts and numbers that JSON allows, but no two programs read alike; however deep they lie. */
export function findUnfitValues(document: unknown): Fault[] {
  return findInValues(document, (value, report) => {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) report('must be a number that a double can hold');
      return;
    }
    if (value.includes('\0')) report('must not contain NUL');
    if (!value.isWellFormed()) report('must not contain half a surrogate pair');
    if (!isStreamSafe(value)) report(streamSafeFault);
  });
}

/** What is wrong with texts and numbers of a document; pointers are only made where something is. */
export function findInValues(
  document: unknown,
  check: (value: string | number, report: (detail: string) => void) => void,
): Fault[] {
  const faults = listFaults();
  const path: (string | number)[] = [];
  visit(document);
  return faults.all();

  function visit(value: unknown): void {
    if (typeof value === 'string' || typeof value === 'number') check(value, report);
    else if (typeof value === 'object' && value !== null && path.length < deepest) {
      const level = path.push('') - 1;
      if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++) {
          path[level] = index;
          visit(value[index]);
        }
      } else {
        for (const name of Object.keys(value)) {
          path[level] = name;
          visit((value as Record<string, unknown>)[name]);
        }
      }
      path.pop();
    }
  }

  function report(detail: string): void {
    faults.add(() => ({ pointer: path.map(pointerPart).join(''), detail }));
  }
}

/** Nothing that is taken lies deeper; what does is refused by its schema. */
const deepest = 16;
