import { type Answer, askFor } from './ask.ts';
import type { BareAnswer } from './bare-server.ts';
import type { Server } from './servers.ts';

/** What an answer isn't useful without; whatever else ours has is its own cost. */
export function headersOf({ headers }: Answer, status: number): Record<string, string> {
  const needed = ['etag', 'cache-control', ...(status === 304 ? [] : ['content-type'])];
  const length = status === 304 ? [] : [['content-length', headers['content-length'] ?? '']];
  return Object.fromEntries([...needed.map((name) => [name, headers[name] ?? '']), ...length]);
}

export async function putBare(
  { address }: Server,
  path: string,
  { body, ...rest }: Omit<BareAnswer, 'body'> & { body: Buffer },
): Promise<void> {
  const sent: BareAnswer = { ...rest, body: body.toString('base64') };
  await askFor(address + path, { method: 'PUT', body: sent }, [204]);
}
