/** What was looked at, and how it is. */
export interface Finding {
  check: string;
  ok: boolean;
  detail: string;
  /** What to do; null where all is well. */
  remedy: string | null;
}

/** What a check says: how it is, and, where that isn't well, what to do. */
export interface Result {
  detail: string;
  remedy?: string;
}

export const putBack = 'stop the server and put back a backup that is whole';

/** @param fine what is said where there are no faults */
export function judge(faults: readonly string[], fine: string): Result {
  return faults.length === 0 ? { detail: fine } : { detail: faults.join('; '), remedy: putBack };
}

export function toFinding(check: string, { detail, remedy }: Result): Finding {
  return { check, ok: remedy === undefined, detail, remedy: remedy ?? null };
}
