import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that only this process can reach: however it ends, nothing is left of it on the disk. */
export interface NamelessFile {
  size: number;
  read(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Has a file written in the folder for temporary files, and removes its name as early as that goes.
 * @param write writes it at that path; calls `opened` once it needs the name no more
 */
export async function writeNameless<Result>(
  write: (path: string, opened: () => void) => Promise<Result>,
): Promise<{ file: NamelessFile; result: Result }> {
  const folder = await makeFolder();
  const path = join(folder, 'article-facts.sqlite');
  const remove = () => rm(folder, { recursive: true, force: true });
  let opening: Promise<FileHandle> | undefined;
  const opened = () => {
    opening ??= open(path).finally(remove);
    // It is told where it is waited for.
    opening.catch(() => {});
  };
  try {
    const result = await write(path, opened);
    opened();
    const handle = await opening;
    if (handle === undefined) throw new Error('the file was not opened');
    return { file: await readable(handle), result };
  } catch (error) {
    await opening?.then((handle) => handle.close()).catch(() => {});
    throw error;
  } finally {
    await remove();
  }
}

async function makeFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'article-facts-export-'));
  } catch (cause) {
    throw new Error(
      `no temporary file can be written (${(cause as Error).message}): set TMPDIR to a folder where the server may write`,
      { cause },
    );
  }
}

const blockSize = 65_536;

async function readable(handle: FileHandle): Promise<NamelessFile> {
  const { size } = await handle.stat();
  return {
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
  };
}
