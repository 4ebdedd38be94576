import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that only this process can reach: however it ends, nothing is left of it on the disk. */
export interface NamelessFile {
  size: number;
  read(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

const blockSize = 65_536;

/**
 * Has a file written in the folder for temporary files, opens it and removes its name.
 * @param write writes it at that path
 */
export async function writeNameless<Result>(
  write: (path: string) => Promise<Result>,
): Promise<{ file: NamelessFile; result: Result }> {
  const folder = await mkdtemp(join(tmpdir(), 'article-facts-export-'));
  try {
    const path = join(folder, 'article-facts.sqlite');
    const result = await write(path);
    const handle = await open(path);
    const { size } = await handle.stat();
    return {
      file: {
        size,
        async *read() {
          for (let position = 0; position < size; ) {
            const block = Buffer.allocUnsafe(blockSize);
            const { bytesRead } = await handle.read(block, 0, blockSize, position);
            if (bytesRead === 0) throw new Error('the file has become shorter');
            position += bytesRead;
            yield block.subarray(0, bytesRead);
          }
        },
        close: () => handle.close(),
      },
      result,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
