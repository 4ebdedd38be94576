import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { keepFile, type Limits, usualLimits } from '../src/sqlite-export/kept-file.ts';

/** Keeps a file that has the state as its text; tells how often it was made. */
function keep(limits: Partial<Limits> = {}, makingMs = 20) {
  const content = { state: 'first', made: 0 };
  const kept = keepFile(
    async (path, signal) => {
      content.made++;
      const { state } = content;
      await setTimeout(makingMs, undefined, { signal });
      writeFileSync(path, state);
      return state;
    },
    { ...usualLimits, ...limits },
  );
  onTestFinished(() => kept.close());
  const take = async () => {
    const { file, leave, mark } = await kept.take(content.state);
    const read = async () => Buffer.concat(await Array.fromAsync(file.read())).toString();
    return { mark, read, leave };
  };
  return { content, kept, take };
}

function namedFiles(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('article-facts-export-'));
}

test('it is made once for all who ask for the same state, and has no name on the disk', async () => {
  const before = namedFiles();
  const { content, take } = keep();
  const taken = await Promise.all([take(), take(), take()]);
  taken.push(await take());
  expect(content.made).toBe(1);
  for (const { read } of taken) expect(await read()).toBe('first');
  expect(namedFiles().filter((name) => !before.includes(name))).toEqual([]);
});

test('it has no name any more as soon as it is open, so that nothing is left of a process that is killed', async () => {
  const before = namedFiles();
  const kept = keepFile(async (path, _signal, opened) => {
    writeFileSync(path, 'state');
    opened();
    while (namedFiles().some((name) => !before.includes(name))) await setTimeout(5);
    return 'state';
  });
  onTestFinished(() => kept.close());
  const { file } = await kept.take('state');
  expect(file.size).toBe('state'.length);
});

test('who asks for a later state gets that, and who reads an older one reads on', async () => {
  const { content, take } = keep();
  const first = await take();
  content.state = 'second';
  const [second, same] = await Promise.all([take(), take()]);
  expect([await first.read(), await second.read(), await same.read()]).toEqual([
    'first',
    'second',
    'second',
  ]);
  expect(content.made).toBe(2);
});

test('what was begun before a state is not taken for it', async () => {
  const { content, take } = keep({}, 50);
  const early = take();
  await setTimeout(10);
  content.state = 'second';
  const late = take();
  expect([(await early).mark, (await late).mark]).toEqual(['first', 'second']);
});

test('older files that are still read leave room for no more than so many', async () => {
  const { content, take } = keep({ files: 3 });
  const first = await take();
  content.state = 'second';
  await take();
  content.state = 'third';
  await expect(take()).rejects.toThrow('Older files are still being read');
  first.leave();
  expect(await (await take()).read()).toBe('third');
});

test('an unused file is given up after a while', async () => {
  const { content, take } = keep({ unusedMs: 20 });
  (await take()).leave();
  await setTimeout(60);
  await take();
  expect(content.made).toBe(2);
});

test('who waits for too long is told to ask again, and finds it made', async () => {
  const { content, take } = keep({ waitingMs: 20 }, 200);
  await expect(take()).rejects.toThrow('still being made');
  await setTimeout(250);
  expect(await (await take()).read()).toBe('first');
  expect(content.made).toBe(1);
});

test('what takes too long is ended, and can be asked for again', async () => {
  const { content, take } = keep({ makingMs: 20 }, 10_000);
  await expect(take()).rejects.toThrow('could not be made in time');
  await expect(take()).rejects.toThrow('could not be made in time');
  expect(content.made).toBe(2);
});

test('a full disk is told as that', async () => {
  const kept = keepFile(() => Promise.reject(Object.assign(new Error(), { code: 'SQLITE_FULL' })));
  await expect(kept.take('state')).rejects.toMatchObject({ statusCode: 507 });
});

test('where no temporary file can be written, it is told what to set', async () => {
  const { TMPDIR } = process.env;
  onTestFinished(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });
  process.env.TMPDIR = '/dev/null/nowhere';
  await expect(keep().take()).rejects.toThrow(
    /: set TMPDIR to a folder where the server may write$/,
  );
});

test('closing ends what is being made', async () => {
  const { kept, take } = keep({}, 10_000);
  const taken = take();
  const refused = expect(taken).rejects.toThrow();
  await kept.close();
  await refused;
});
