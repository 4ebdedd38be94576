import { setImmediate } from 'node:timers/promises';

/**
 * The SDK, imported once somebody needs it: its import takes 80 ms, which a server that nobody asks by this
 * protocol need not spend at its start. Part by part, so that others are answered in between.
 */
export async function importSdk() {
  await import('zod');
  await setImmediate();
  await import('@modelcontextprotocol/core');
  await setImmediate();
  return import('@modelcontextprotocol/server');
}

export type Sdk = Awaited<ReturnType<typeof importSdk>>;
