import { type Fault, pointerPart } from './fault.ts';
import { isStreamSafe, streamSafeFault } from './stream-safe.ts';

/** Texts and numbers that JSON allows, but no two programs read alike; however deep they lie. */
export function findUnfitValues(document: unknown): Fault[] {
  const faults: Fault[] = [];
  const path: string[] = [];
  visit(document);
  return faults;

  function visit(value: unknown): void {
    if (typeof value === 'string') {
      if (value.includes('\0')) report('must not contain NUL');
      if (!value.isWellFormed()) report('must not contain half a surrogate pair');
      if (!isStreamSafe(value)) report(streamSafeFault);
    } else if (typeof value === 'number') {
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) report('must lie within ±(2^53 − 1)');
    } else if (typeof value === 'object' && value !== null && path.length < deepest) {
      for (const [name, child] of Object.entries(value)) {
        path.push(name);
        visit(child);
        path.pop();
      }
    }
  }

  function report(detail: string): void {
    faults.push({ pointer: path.map(pointerPart).join(''), detail });
  }
}

/** Nothing that is taken lies deeper; what does is refused by its schema. */
const deepest = 16;
