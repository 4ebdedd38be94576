import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What is put to a path, and given to whoever asks for it from then on. */
export interface BareAnswer {
  status: number;
  headers: Record<string, string>;
  /** In base64. */
  body: string;
  /** Where it is given, the body is streamed again and again until so many bytes are sent. */
  length?: number;
}

// The least that a server on this runtime costs: it finds the bytes by the path and writes them.

const pieceBytes = 64 * 1024;
const answers = new Map<
  string,
  { status: number; headers: string[]; body: Buffer; length: number }
>();

const server = createServer((request, response) => {
  if (request.method === 'PUT') return void take(request, response);
  const answer = answers.get(request.url ?? '');
  if (answer === undefined) return void response.writeHead(200).end();
  if (answer.length > 0) return void stream(answer, response);
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`bare server listens on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body, length = 0 } = (await json(request)) as BareAnswer;
  const flat = Object.entries(headers).flat();
  answers.set(request.url ?? '', {
    status,
    headers: flat,
    body: Buffer.from(body, 'base64'),
    length,
  });
  response.writeHead(204).end();
}

async function stream(
  { headers, body, length }: { headers: string[]; body: Buffer; length: number },
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, headers);
  for (let sent = 0; sent < length; ) {
    const from = sent % body.length;
    const piece = body.subarray(from, Math.min(from + pieceBytes, from + length - sent));
    sent += piece.length;
    if (!response.write(piece))
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
    if (response.destroyed) return;
  }
  response.end();
}
