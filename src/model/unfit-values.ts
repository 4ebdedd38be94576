import { type Fault, pointerPart } from './fault.ts';

/** Texts and numbers that JSON allows, but no two programs read alike; however deep they lie. */
export function findUnfitValues(document: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting = [{ pointer: '', value: document }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { pointer, value } = next;
    if (typeof value === 'string' && value.includes('\0'))
      faults.push({ pointer, detail: 'must not contain NUL' });
    if (typeof value === 'string' && !value.isWellFormed())
      faults.push({ pointer, detail: 'must not contain half a surrogate pair' });
    if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
      faults.push({ pointer, detail: 'must lie within ±(2^53 − 1)' });
    if (typeof value !== 'object' || value === null) continue;
    // Nothing that is taken lies deeper; what does is refused by its schema.
    if (pointer.split('/').length > deepest) continue;
    const children = Object.entries(value).map(([name, child]) => ({
      pointer: pointer + pointerPart(name),
      value: child,
    }));
    // The last is looked at first.
    for (const child of children.reverse()) waiting.push(child);
  }
  return faults;
}

const deepest = 16;
