import { get } from 'node:http';
import { putBare } from './bare.ts';
import type { ExportFigures } from './figures.ts';
import type { Servers } from './servers.ts';
import { waitUntilIdle } from './servers.ts';

const path = '/v1/exports/quotes.ndjson';
/** What the bare server streams again and again: no server of such an export holds it as a whole. */
const pieceBytes = 1024 * 1024;

/** The bare server is to stream as many bytes as an export of ours has. */
export async function prepareExport({ ours, bare }: Servers): Promise<ExportFigures> {
  const { bytes, first, type } = await read(ours.address + path);
  await putBare(bare, '/export', {
    status: 200,
    headers: { 'content-type': type },
    body: first,
    length: bytes,
  });
  return { bytes, bare: [], ours: [] };
}

/** One client reads all of it. */
export async function measureExport(
  figures: ExportFigures,
  { ours, bare }: Servers,
): Promise<void> {
  await waitUntilIdle(ours);
  for (const [url, rates] of [
    [`${bare.address}/export`, figures.bare],
    [ours.address + path, figures.ours],
  ] as const) {
    const begin = performance.now();
    const { bytes } = await read(url);
    if (bytes !== figures.bytes)
      throw new Error(`${url} has ${bytes} bytes instead of ${figures.bytes}`);
    rates.push((bytes / (performance.now() - begin)) * 1000);
  }
}

async function read(url: string): Promise<{ bytes: number; first: Buffer; type: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof read>>>();
  get(url, { agent: false }, (response) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response
      .on('data', (chunk: Buffer) => {
        if (bytes < pieceBytes) chunks.push(chunk);
        bytes += chunk.length;
      })
      .on('error', reject)
      .on('end', () => {
        if (response.statusCode !== 200)
          reject(new Error(`${url} was answered with ${response.statusCode}`));
        const type = response.headers['content-type'] ?? '';
        resolve({ bytes, first: Buffer.concat(chunks).subarray(0, pieceBytes), type });
      });
  }).on('error', reject);
  return promise;
}
