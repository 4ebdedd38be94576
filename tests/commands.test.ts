import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { inPackage } from '../src/package.ts';
import { bundleOf, text } from './support/article.ts';
import { run, temporaryFolder } from './support/process.ts';
import { withServer } from './support/server.ts';
import { workplace } from './support/workplace.ts';

test('check tells right from wrong bundles by its exit code, and names every fault', async () => {
  const folder = temporaryFolder();
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const right = write('right.json', JSON.stringify(bundleOf('a')));
  const textFile = write('text.txt', text);
  expect(await run('src/cli.ts', ['check', right, '--text', textFile])).toMatchObject({
    code: 0,
    stdout: `${right}: right\n`,
  });
  const wrong = write(
    'wrong.json',
    JSON.stringify(
      bundleOf('a', ({ quotes }) => Object.assign(quotes[0] ?? {}, { speakers: ['x'] })),
    ),
  );
  const refused = await run('src/cli.ts', ['check', right, wrong]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toBe(
    `${wrong} /quotes/0/speakers/0: must be the id of one of the bundle's actors\n`,
  );
  for (const [file, message] of [
    [write('broken.json', '{"a":'), /is not JSON/],
    [join(folder, 'none.json'), /: can't be read: no such file or directory\n/],
    [write('twice.json', '{"article":1,"article":2}'), /twice.json \/article: stands twice/],
  ] as const)
    expect(await run('src/cli.ts', ['check', file])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
});

test('verify compares a stored article with a text', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'text.txt');
  writeFileSync(file, text);
  const env = { DATABASE_URL: ':memory:' };
  const other = await run('src/cli.ts', ['verify', 'putin-china-visit-2024', file], env);
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('is not the text of putin-china-visit-2024');
  const unknown = await run('src/cli.ts', ['verify', 'nothing', file], env);
  expect(unknown).toMatchObject({ code: 1, stderr: 'there is no article nothing\n' });
});

/** Where nobody reads what it writes any more, as after `| head`. */
async function endsQuietly(args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, [inPackage('src/cli.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')]);
  expect([code, stderr]).toEqual([0, []]);
}

const disk = '/dev/full';

test.runIf(existsSync(disk))(
  'what a command can’t write is told once, and fails, whichever command it is',
  async () => {
    const { folder, write, load, database } = workplace();
    const bundle = write('a.json', bundleOf('a'));
    const textFile = write('text.txt', text);
    await load(bundle);
    const env = { ...process.env, DATABASE_URL: `file:${database}`, SEED: 'off' };
    for (const args of [
      ['key', 'news-desk'],
      ['doctor', '--json'],
      ['check', bundle, bundle],
      ['check', '--against', bundle],
      ['load', bundle],
      ['verify', 'a', textFile],
      ['backup', join(folder, 'copy.db')],
      ['copy', `file:${database}`, `file:${join(folder, 'other.db')}`],
      ['draft', '--language', 'en', textFile],
      ['export', 'quotes', '--format', 'csv'],
      ['export', 'all', '--format', 'sqlite'],
      ['openapi'],
      ['--help'],
    ]) {
      const command = [process.execPath, inPackage('src/cli.ts'), ...args];
      const { status, stderr } = spawnSync(
        `${command.map((word) => `"${word}"`).join(' ')} > ${disk}`,
        { shell: true, env, encoding: 'utf8' },
      );
      const told = stderr.match(/^can't write: .*$/gm);
      expect([args, status, told]).toEqual([
        args,
        1,
        ["can't write: ENOSPC: no space left on device, write"],
      ]);
    }
    expect(existsSync(join(folder, 'copy.db'))).toBe(true);
  },
);

test('help, too, ends quietly where its beginning is enough', async () => {
  await endsQuietly(['--help']);
  await endsQuietly(['export', '--help']);
  await endsQuietly(['key', 'news-desk']);
});

test('export writes what the server exports, and ends quietly where that is enough', async () => {
  const { app } = await withServer('seed');
  const env = { DATABASE_URL: ':memory:' };
  for (const [args, path] of [
    [['quotes', '--format', 'ndjson'], 'quotes.ndjson'],
    [['events', '--format', 'csv', '--bom'], 'events.csv?bom=true'],
    [['places', '--format', 'xlsx'], 'places.xlsx'],
  ] as const) {
    const { body } = await app.inject(`/v1/exports/${path}`);
    expect(await run('src/cli.ts', ['export', ...args], env)).toEqual({
      code: 0,
      stdout: body,
      stderr: '',
    });
  }
  await endsQuietly(['export', 'mentions', '--format', 'csv'], env);
});

test('export all writes a database of plain tables', async () => {
  const path = join(temporaryFolder(), 'all.sqlite');
  const command = `"${process.execPath}" "${inPackage('src/cli.ts')}" export all --format sqlite > "${path}"`;
  const env = { ...process.env, DATABASE_URL: ':memory:' };
  const { status, stderr } = spawnSync(command, { shell: true, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const database = new Database(path, { readonly: true });
  const speakers = database
    .prepare(
      'SELECT name FROM actors JOIN quote_speakers ON actor_id = actors.id WHERE quote_id = ?',
    )
    .pluck()
    .all('wang-wenbin-smooth-stable-china-russia-relations-2024');
  database.close();
  expect(speakers).toEqual(['Wang Wenbin']);
});

test.each([
  [[]],
  [['verfy']],
  [['verify', 'a']],
  [['check']],
  [['check', '--txt', 'a', 'b']],
  [['check', 'a', 'b', '--text', 'c']],
  [['load', '--dryrun', 'a']],
  [['load', 'package.json', 'tsconfig.json', '--text', 'README.md']],
  [['backup']],
  [['doctor', 'a']],
  [['export', 'quotes']],
  [['export', 'words', '--format', 'csv']],
  [['export', 'quotes', '--format', 'ndjson', '--bom']],
  [['export', 'quotes', '--format', 'sqlite']],
  [['export', 'all', '--format', 'csv']],
])('the command line %j is a usage error', async (args) => {
  const { code, stderr } = await run('src/cli.ts', args);
  expect(code).toBe(2);
  expect(stderr).not.toBe('');
});

const commands = [
  'serve',
  'check',
  'load',
  'verify',
  'key',
  'openapi',
  'export',
  'backup',
  'doctor',
];

test('each command has help', async () => {
  for (const args of [[], ...commands.map((name) => [name])])
    expect(await run('src/cli.ts', [...args, '--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: article-facts/),
    });
});

test('key makes a key whose digest the server knows it by', async () => {
  const { code, stdout } = await run('src/cli.ts', ['key', 'news-desk']);
  expect(code).toBe(0);
  const key = /af_[\w-]{43}/.exec(stdout)?.[0] ?? '';
  const [entry = ''] = /news-desk:[0-9a-f]{64}/.exec(stdout) ?? [];
  const digest = createHash('sha256').update(key).digest();
  expect(loadConfig({ API_KEYS: entry }).apiKeys).toEqual([{ name: 'news-desk', digest }]);
  expect((await run('src/cli.ts', ['key', 'News desk'])).code).toBe(1);
});

const renamed = bundleOf('a', ({ article }) => {
  article.title = { en: 'Another title' };
});
const clashing = bundleOf('b', ({ actors }) => Object.assign(actors[0] ?? {}, { wikidata: 'Q2' }));

test('load stores the bundles that are right, names every fault of the others, and sums up', async () => {
  const { folder, write, load } = workplace();
  write('a.json', bundleOf('a'));
  write('b.json', '{}');
  expect(await load(folder)).toEqual({
    code: 1,
    stdout: '1 new, 0 changed, 0 unchanged, 1 refused\n',
    stderr: `${join(folder, 'b.json')}: must have the field “article”\n`,
  });
  write('b.json', clashing);
  expect(await load(folder)).toEqual({
    code: 1,
    stdout: '0 new, 0 changed, 1 unchanged, 1 refused\n',
    stderr: `${join(folder, 'b.json')} /actors/0/wikidata: is Q2, but the article a has Q1 for ada-stein\n`,
  });
  expect(await load(write('a.json', renamed))).toEqual({
    code: 0,
    stdout: '0 new, 1 changed, 0 unchanged, 0 refused\n',
    stderr: '',
  });
});

test('load verifies the mentions of a bundle against its text', async () => {
  const { write, load } = workplace();
  const textFile = write('text.txt', text);
  const moved = bundleOf('a', ({ events }) => {
    const [mention] = events[0]?.mentions ?? [];
    if (mention) Object.assign(mention, { start: mention.start + 1, end: mention.end + 1 });
  });
  const refused = await load(write('moved.json', moved), '--text', textFile);
  expect(refused).toMatchObject({ code: 1, stdout: '0 new, 0 changed, 0 unchanged, 1 refused\n' });
  expect(refused.stderr).toContain('moved.json /events/0/mentions/0: expected “met” at');
  const right = write('a.json', bundleOf('a'));
  const other = await load(right, '--text', write('other.txt', 'Another text.'));
  expect(other.stderr).toContain('a.json /article/text: is ');
  expect(await load(right, '--text', textFile)).toMatchObject({ code: 0 });
});

test('load --dry-run says what would be stored, clashes included, and changes nothing', async () => {
  const { database, write, load } = workplace();
  const [first, second] = [write('a.json', bundleOf('a')), write('b.json', clashing)];
  const planned = await load('--dry-run', first, second);
  expect(planned).toEqual({
    code: 1,
    stdout: `${first}: new\n1 new, 0 changed, 0 unchanged, 1 refused (a dry run: nothing is stored)\n`,
    stderr: `${second} /actors/0/wikidata: is Q2, but the article a has Q1 for ada-stein\n`,
  });
  expect(existsSync(database)).toBe(false);

  await load(first);
  const before = readFileSync(database);
  const again = await load('--dry-run', write('renamed.json', renamed), second);
  expect(again).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('renamed.json: changed\n0 new, 1 changed, 0 unchanged, 1 '),
  });
  expect(readFileSync(database).equals(before)).toBe(true);
});

test('load says what is wrong with the text or with the database in one line', async () => {
  const { folder, write, load, database } = workplace();
  const bundle = write('a.json', bundleOf('a'));
  const lineOf = async (...args: string[]) => {
    const { code, stderr, stdout } = await load(...args);
    expect([code, stdout]).toEqual([1, '']);
    return stderr;
  };
  expect(await lineOf(bundle, '--text', join(folder, 'none'))).toMatch(/none: can't be read/);
  expect(existsSync(database)).toBe(false);
  writeFileSync(database, '');
  for (const args of [[bundle], ['--dry-run', bundle]])
    expect(await lineOf(...args)).toMatch(/^[^\n]*facts.db is empty: remove it [^\n]*\n$/);
  for (const [path, what] of [
    [folder, 'is a folder'],
    ['/dev/null', 'is no regular file'],
  ])
    for (const args of [[bundle], ['--dry-run', bundle]])
      expect(
        await run('src/cli.ts', ['load', ...args], { DATABASE_URL: `file:${path}` }),
      ).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(`^${path} ${what}: give the name`),
      });
});

test('check takes a folder as load does', async () => {
  const { folder, write } = workplace();
  write('b.json', bundleOf('b'));
  write('notes.txt', 'none of it');
  const file = write('a.json', bundleOf('a'));
  const textFile = write('text.txt', text);
  expect(await run('src/cli.ts', ['check', folder, file])).toEqual({
    code: 0,
    stdout: [file, join(folder, 'b.json'), file].map((it) => `${it}: right\n`).join(''),
    stderr: '',
  });
  const both = await run('src/cli.ts', ['check', folder, '--text', textFile]);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('not with 2')]);
  await endsQuietly(['check', folder]);
});

const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

test.runIf(hasScript)(
  'on a terminal a bar shows how far load is, faults stand above it, and it is taken away',
  async () => {
    const { folder, write, load } = workplace();
    for (const id of ['a', 'b', 'c']) write(`${id}.json`, bundleOf(id));
    const faulty = write('d.json', '{}');
    expect((await load(folder)).stderr).toBe(`${faulty}: must have the field “article”\n`);

    const command = `"${process.execPath}" "${inPackage('src/cli.ts')}" load "${folder}"`;
    const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'other.db')}`, SEED: 'off' };
    const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], { env });
    const shown = stdout.toString();
    expect(status).toBe(1);
    expect(shown).toContain('0/4 files');
    expect(shown).toContain('4/4 files');
    expect(shown).toContain(`\x1b[2K${faulty}: must have the field “article”\r\n`);
    // Nothing is left of the bar, and no setting of the terminal was changed.
    expect(shown.split('\x1b[0J').at(-1)).toBe('3 new, 0 changed, 0 unchanged, 1 refused\r\n');
    expect(shown).not.toContain('\x1b[?');
  },
);

test('openapi prints the document, and ends quietly where its beginning is enough', async () => {
  const { stdout } = await run('src/cli.ts', ['openapi']);
  expect(stdout).toBe(readFileSync(inPackage('openapi/openapi.json'), 'utf8'));
  const yaml = await run('src/cli.ts', ['openapi', '--yaml']);
  expect(yaml.stdout).toBe(readFileSync(inPackage('openapi/openapi.yaml'), 'utf8'));
  await endsQuietly(['openapi']);
});
