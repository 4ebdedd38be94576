import { once } from 'node:events';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { openConfiguredStore } from '../serve.ts';
import { printError } from '../terminal.ts';

/** Answers the program that has started this one, over standard input and output, until its input ends. */
export async function mcp(config: Config): Promise<void> {
  const store = await openConfiguredStore(config);
  // Standard output belongs to the protocol.
  const app = await buildApp({ config, store, logTo: process.stderr, longestTurnMs: 0 });
  try {
    await app.ready();
    const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
    const { close } = serveStdio(await app.mcpServers(), {
      maxSubscriptions: 0,
      onerror: ({ message }) => printError(message),
    });
    await once(process.stdin, 'close');
    await close();
  } finally {
    await app.close();
    await store.close();
  }
}
