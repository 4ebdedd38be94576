import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { inPackage } from '../src/package.ts';
import { plainAnswers } from './answers.ts';
import type { Command, Generator } from './generator.ts';
import type { Workplace } from './workplace.ts';

/** What came of a generator. */
export interface Proof {
  /** How many types the client declares. */
  types: number;
  /** How many lines it has. */
  lines: number;
  /** What was called, and answered what plain requests are answered. */
  calls: string[];
}

/** What it lacks on this machine; null where it can run. */
export async function findMissing({ needs }: Generator): Promise<string | null> {
  for (const program of needs) {
    const found = await run(['which', program], {}, tmpdir()).then(
      () => true,
      () => false,
    );
    if (!found) return program;
  }
  return null;
}

/**
 * Generates a client, checks it, calls the server with it.
 *
 * @throws Error that says which step failed, with what it printed
 */
export async function prove(generator: Generator, address: string): Promise<Proof> {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-sdk-'));
  try {
    return await proveIn({ folder, address }, generator);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function proveIn(workplace: Workplace, generator: Generator): Promise<Proof> {
  const { folder, address } = workplace;
  copyFileSync(inPackage(`openapi/${generator.reads}`), join(folder, generator.reads));
  for (const [path, text] of Object.entries(generator.files(workplace))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (generator.language === 'TypeScript')
    symlinkSync(inPackage('node_modules'), join(folder, 'node_modules'));

  mkdirSync(join(folder, generator.output), { recursive: true });
  const environment = { ADDRESS: address };
  for (const command of generator.generate(workplace)) await run(command, environment, folder);
  const made = readMade(join(folder, generator.output));
  const types = [...made.matchAll(generator.typeName)].map(([, name]) => name ?? '');
  const unnamed = types.filter((name) => /Inline|Default|(^|[a-z])Item\d*$|Type\d|_\d/.test(name));
  if (unnamed.length > 0) throw new Error(`Types that nobody named: ${unnamed.join(', ')}`);
  for (const command of generator.check(workplace)) await run(command, environment, folder);
  const answers = JSON.parse(await run(generator.call(workplace), environment, folder));
  const expected = await plainAnswers(address);
  for (const [name, answer] of Object.entries(expected))
    if (!isDeepStrictEqual(answers[name], answer))
      throw new Error(
        `${name}: the client has\n${JSON.stringify(answers[name])}\nand the server answers\n${JSON.stringify(answer)}`,
      );
  return { types: types.length, lines: made.split('\n').length, calls: Object.keys(expected) };
}

/** All source of the client as one text. */
function readMade(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /\.(ts|py|go|java)$/.test(it.name))
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
    .join('\n');
}

/** Runs it and gives what it prints; the package's own programs are found first. */
async function run(
  [program, ...args]: Command,
  environment: Record<string, string>,
  folder: string,
): Promise<string> {
  const path = ['sdk/node_modules/.bin', 'node_modules/.bin'].map(inPackage);
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: folder,
      env: {
        ...process.env,
        ...environment,
        PATH: [...path, process.env.PATH].join(delimiter),
      },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { message, stdout = '', stderr = '' } = error as Error & Record<string, string>;
    throw new Error(`${program} ${args.join(' ')} failed: ${stdout}${stderr}`.trim() || message);
  }
}
