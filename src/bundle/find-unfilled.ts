import { marker } from '../draft/marker.ts';
import { type Fault, listFaults, pointerPart } from '../model/fault.ts';

/** What a draft couldn't know, and nobody has filled in yet. */
export function findUnfilled(document: unknown): Fault[] {
  const faults = listFaults();
  visit(document, '', 0);
  return faults.all();

  function visit(value: unknown, pointer: string, depth: number): void {
    if (value === marker) faults.add(() => ({ pointer, detail: 'has to be filled in' }));
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    for (const [name, child] of Object.entries(value))
      visit(child, pointer + pointerPart(name), depth + 1);
  }
}

/** Nothing that is taken lies deeper. */
const deepest = 8;
