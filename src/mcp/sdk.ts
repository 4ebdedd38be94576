import { setImmediate } from 'node:timers/promises';

/**
 * The SDK, imported once somebody needs it: its import takes 150 ms, which a server that nobody asks by
 * this protocol need not spend at its start. It comes part by part, so that others are answered in between.
 */
export async function importSdk() {
  await import('zod/v4/core');
  await setImmediate();
  await import('zod');
  await setImmediate();
  await import('@modelcontextprotocol/core');
  await setImmediate();
  const sdk = await import('@modelcontextprotocol/server');
  await setImmediate();
  sdk.preloadSchemas();
  await setImmediate();
  // Node loads what these are made of when the first one is made.
  new Response(new Request('http://localhost').url);
  await setImmediate();
  return sdk;
}

export type Sdk = Awaited<ReturnType<typeof importSdk>>;
