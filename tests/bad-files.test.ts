import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainError } from '../src/explain-error.ts';
import { readBundleFile } from '../src/input.ts';
import { inPackage } from '../src/package.ts';
import { bundleOf, text } from './support/article.ts';
import { run, temporaryFolder } from './support/process.ts';
import { workplace } from './support/workplace.ts';

/** What neither people nor terminals may meet: a stack, or a control character but the ends of lines. */
function expectReadable(output: string): void {
  expect(output).not.toMatch(/^ {4}at /m);
  expect(output).not.toMatch(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
}

/** A folder with three right bundles, and everything that a file can be instead. */
function motley() {
  const place = workplace();
  const { folder, write } = place;
  for (const id of ['a', 'b', 'z']) write(`${id}.json`, bundleOf(id));
  write('esc\x1b]0;title\x07\x1b[2J.json', '{}');
  write('lines\nright: right.json', '[]');
  write('mirrored\u202enosj.json', '{"\x9b31m": 1}');
  write('latin.json', '');
  writeFileSync(join(folder, 'latin.json'), Buffer.from('{"a":"\xe9"}', 'latin1'));
  write(
    'values.json',
    bundleOf('v', ({ quotes, actors }) => {
      Object.assign(quotes[0] ?? {}, { kind: '\x1b[31m\u2066\x9d', language: '\u2028' });
      Object.assign(actors[0] ?? {}, { '\x1bc\u061c': 1 });
    }),
  );
  truncateSync(write('endless.json', '{'), 17 * 1024 * 1024);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link.json'));
  symlinkSync('loop.json', join(folder, 'loop.json'));
  mkdirSync(join(folder, 'folder.json'));
  spawnSync('mkfifo', [join(folder, 'pipe.json')]);
  symlinkSync('pipe.json', join(folder, 'linked-pipe.json'));
  symlinkSync('/dev/zero', join(folder, 'device.json'));
  mkdirSync(join(folder, 'empty'));
  return place;
}

const refused: [name: string, detail: string][] = [
  ['endless.json', 'is larger than 16 MiB'],
  ['esc\\u001b]0;title\\u0007\\u001b[2J.json', 'must have the field “article”'],
  ['latin.json', 'is not UTF-8'],
  ['lines\\nright: right.json', 'must be object; not an array'],
  ['link.json', "can't be read: no such file or directory"],
  ['loop.json', "can't be read: too many symbolic links encountered"],
  ['mirrored\\u202enosj.json', 'must have the field “article”'],
  ['values.json /quotes/0/kind', 'not "\\u001b[31m\\u2066\\u009d"'],
  ['values.json /actors/0/\\u001bc\\u061c', 'is not a field here'],
];

test('a bad file in a folder is refused by itself, and nothing of it reaches the terminal raw', async () => {
  const { folder, load } = motley();
  const [empty, none] = [join(folder, 'empty'), join(folder, 'none\x1b[8m')];
  const paths = [folder, empty, none, '/dev/zero'];
  const named = (stderr: string) => {
    for (const [name, detail] of refused)
      expect(stderr.split('\n')).toContainEqual(
        expect.stringMatching(
          new RegExp(`^${RegExp.escape(join(folder, name))}: .*${RegExp.escape(detail)}`),
        ),
      );
    expect(stderr).toContain(`\n${empty}: has no bundles (*.json) in it\n`);
    expect(stderr).toContain(`/none\\u001b[8m: can't be read: no such file or directory\n`);
    expect(stderr).toContain('\n/dev/zero: is larger than 16 MiB\n');
    expectReadable(stderr);
  };
  const checked = await run('src/cli.ts', ['check', ...paths]);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toBe(
    ['a', 'b', 'z'].map((id) => `${join(folder, id)}.json: right\n`).join(''),
  );
  named(checked.stderr);

  const loaded = await load(...paths);
  expect([loaded.code, loaded.stdout]).toEqual([1, '3 new, 0 changed, 0 unchanged, 11 refused\n']);
  named(loaded.stderr);
});

test.runIf(process.platform !== 'win32')(
  'a pipe is read where it is named; in a folder it is left out, whether or not anybody writes to it',
  async () => {
    const { folder, write, load } = workplace();
    const [pipe, empty] = [join(folder, 'pipe.json'), join(folder, 'empty')];
    mkdirSync(empty);
    for (const path of [pipe, join(empty, 'pipe.json')]) spawnSync('mkfifo', [path]);
    write('a.json', bundleOf('a'));
    expect(await run('src/cli.ts', ['check', folder])).toEqual({
      code: 0,
      stdout: `${join(folder, 'a.json')}: right\n`,
      stderr: '',
    });
    expect(await load(folder)).toMatchObject({
      code: 0,
      stdout: '1 new, 0 changed, 0 unchanged, 0 refused\n',
    });
    expect(await run('src/cli.ts', ['check', empty])).toMatchObject({
      code: 1,
      stderr: `${empty}: has no bundles (*.json) in it\n`,
    });
    const written = writeFile(pipe, JSON.stringify(bundleOf('b')));
    expect(await run('src/cli.ts', ['check', pipe])).toMatchObject({
      code: 0,
      stdout: `${pipe}: right\n`,
    });
    await written;
  },
);

test('what verify quotes from a text, and what commands quote from their arguments, is escaped', async () => {
  const { write, load, database } = workplace();
  await load(write('a.json', bundleOf('a')));
  const other = write('te\x1b[1mxt', text.replace('town hall', 'to\x1b\u202e\nhall'));
  const env = { DATABASE_URL: `file:${database}`, SEED: 'off' };
  const verified = await run('src/cli.ts', ['verify', 'a', other], env);
  expect(verified.stderr).toContain('te\\u001b[1mxt is not the text of a');
  expect(verified.stderr).toContain('found “to\\u001b\\u202e\\nhall”');
  expectReadable(verified.stderr);
  for (const args of [
    ['verify', 'no\x1b[5m', other],
    ['key', '\x9b31m'],
    ['export', '\x1b[31m', '--format', 'csv'],
    ['lo\x1b[31m'],
    ['check', '--\x1b[31m'],
  ]) {
    const { code, stderr } = await run('src/cli.ts', args, env);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/\\u00[19]b/);
    expectReadable(stderr);
  }
});

test.each<[string, string[], (folder: string) => Record<string, string>, RegExp]>([
  ['a wrong proxy', ['serve'], () => ({ TRUST_PROXY: '10.0.0.0/40' }), /^TRUST_PROXY must be /],
  [
    'a dangling link for a database',
    ['verify', 'a', 'package.json'],
    (folder) => {
      symlinkSync(join(folder, 'gone.db'), join(folder, 'link.db'));
      return { DATABASE_URL: `file:${join(folder, 'link.db')}` };
    },
    /link.db is a link to a file that isn't there: remove the link, /,
  ],
  [
    'a link to itself for a database',
    ['export', 'quotes', '--format', 'csv'],
    (folder) => {
      symlinkSync('loop.db', join(folder, 'loop.db'));
      return { DATABASE_URL: `file:${join(folder, 'loop.db')}` };
    },
    /loop.db is a link to a file that isn't there/,
  ],
  [
    'no folder for temporary files',
    ['load', '--dry-run', 'package.json'],
    (folder) => ({ TMPDIR: join(folder, 'none'), DATABASE_URL: `file:${join(folder, 'a.db')}` }),
    /no such file or directory, mkdtemp/,
  ],
  [
    'a folder for a text',
    ['check', 'package.json', '--text', 'tests'],
    () => ({}),
    /^tests: can't be read: illegal operation on a directory/,
  ],
])('%s is told in one line', async (_what, args, environment, message) => {
  const { code, stdout, stderr } = await run('src/cli.ts', args, environment(temporaryFolder()));
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^[^\n]+\n$/);
});

test('a file that checking fails on is refused by itself', () => {
  const failing = {
    read(): never {
      throw new RangeError('Maximum call stack size exceeded');
    },
  };
  expect(readBundleFile(inPackage('package.json'), failing).faults).toEqual([
    { pointer: '', detail: "can't be checked: Maximum call stack size exceeded" },
  ]);
});

test('a fault of the program itself is told in one line too; its stack where details are asked for', () => {
  const error = new TypeError('x is not a function');
  expect(explainError(error, 'info')).toEqual([
    'x is not a function (a fault of the program itself; LOG_LEVEL=debug says where)',
  ]);
  expect(explainError(error, 'debug').length).toBeGreaterThan(2);
  expect(explainError('thrown', 'info')[0]).toMatch(/^thrown \(/);
});

const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

test.runIf(hasScript)('on a terminal, what is exported is escaped, line by line', async () => {
  const { write, load, database } = workplace();
  const marked = bundleOf('a', ({ quotes }) => {
    Object.assign(quotes[1] ?? {}, { text: 'Many voters\u200f wanted a bridge.' });
  });
  await load(write('a.json', marked));
  const command = (format: string) =>
    `"${process.execPath}" "${inPackage('src/cli.ts')}" export quotes --format ${format}`;
  const env = { ...process.env, DATABASE_URL: `file:${database}`, SEED: 'off' };
  for (const format of ['csv', 'ndjson']) {
    const { stdout } = spawnSync('script', ['-qec', command(format), '/dev/null'], { env });
    const shown = stdout.toString();
    expect(shown).toContain('Many voters\\u200f wanted a bridge.');
    expect(shown).not.toContain('\u200f');
    expect(shown.trimEnd().split('\n')).toHaveLength(format === 'csv' ? 3 : 2);
  }
});
