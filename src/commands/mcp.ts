import { finished } from 'node:stream/promises';
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
    const { serveStdio, StdioServerTransport } = await import('@modelcontextprotocol/server/stdio');
    const transport = new StdioServerTransport();
    const { close } = serveStdio(await app.mcpServers(), {
      transport,
      maxSubscriptions: 0,
      onerror: tellFault,
    });
    // Input that is a file has an end, but is never closed.
    await Promise.race([finished(process.stdin, { writable: false }), closed(transport)]);
    await close();
  } finally {
    await app.close();
    await store.close();
  }
}

/** Of input that can't be read, or output that can't be written, the program tells by itself. */
function tellFault({ message, syscall }: NodeJS.ErrnoException): void {
  if (syscall === undefined) printError(message);
}

/** When nothing more is answered, as where the answers can't be written. */
function closed(transport: { onclose?: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
}
