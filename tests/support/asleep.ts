import { setTimeout } from 'node:timers/promises';

/** Answers after a while. */
export async function sleep(answer: number): Promise<number> {
  await setTimeout(20);
  return answer;
}

export function fail(reason: string): never {
  throw new Error(reason);
}
