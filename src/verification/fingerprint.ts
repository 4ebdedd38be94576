import { hash } from 'node:crypto';
import type { CodePoints } from '../text/code-points.ts';

/** What a text is known by. */
export interface Fingerprint {
  sha256: string;
  /** In code points. */
  length: number;
}

export function fingerprint({ text, length }: CodePoints): Fingerprint {
  return { sha256: sha256Of(text), length };
}

export function sha256Of(text: string): string {
  return hash('sha256', text);
}

export function isSame(one: Fingerprint, other: Fingerprint): boolean {
  return one.sha256 === other.sha256 && one.length === other.length;
}
