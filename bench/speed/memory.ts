import { readFileSync, writeFileSync } from 'node:fs';

/** From here on the kernel (Linux) keeps the most that the process holds anew. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the peak is that of the process's whole life.
  }
}

/** The most memory that the process held; null where there is no such thing as /proc. */
export function readPeakMiB(pid: number): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
