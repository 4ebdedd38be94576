import { marker } from '../draft/marker.ts';
import type { Fault } from '../model/fault.ts';
import { findInValues } from '../model/unfit-values.ts';

/** What a draft couldn't know, and nobody has filled in yet. */
export function findUnfilled(document: unknown): Fault[] {
  return findInValues(document, (value, report) => {
    if (value === marker) report('has to be filled in');
  });
}
