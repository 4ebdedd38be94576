import {
  Client,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';

/** Revisions as a client speaks them: that of today, and those before. */
export const eras = ['auto', 'legacy'] as const;

/** The SDK's own client, connected for as long as the test runs. */
export async function connect(transport: Transport, mode: (typeof eras)[number] = 'auto') {
  const client = new Client({ name: 'tests', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

export const overHttp = (address: string) =>
  new StreamableHTTPClientTransport(new URL('/mcp', address));

/** What a tool answers. */
export async function call(client: Client, name: string, given: Record<string, unknown>) {
  const result = await client.callTool({ name, arguments: given });
  const [content] = result.content;
  const text = content?.type === 'text' ? content.text : '';
  return { ...result, text, answer: result.structuredContent as Answer };
}

interface Answer {
  facts: Fact[];
  candidates: { type: string; id: string }[];
  connections: { actor: { id: string } }[];
  intervals: { period: string; count: number }[];
  counts: Record<string, number>;
  hint?: string;
  next?: string;
  [field: string]: unknown;
}

export interface Fact {
  type: string;
  id: string;
  article: string;
  mentions: { start: number; end: number; exact: string }[];
  [field: string]: unknown;
}
