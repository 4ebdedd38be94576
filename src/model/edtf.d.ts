/** `edtf` ships no declarations; this is what we use of it. */
declare module 'edtf' {
  export interface Extent {
    /** First and last millisecond since 1970 (UTC); infinite at an open, null at an unknown end. */
    readonly min: number | null;
    readonly max: number | null;
  }
  export default function edtf(text: string): Extent;
  /** Throws on anything that isn't EDTF up to that level. */
  export function parse(text: string, constraints: { level: 0 | 1 | 2 }): { type: string };
}
