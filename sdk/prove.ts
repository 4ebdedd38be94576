import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inPackage } from '../src/package.ts';
import { plainAnswers } from './answers.ts';
import type { Generator } from './generator.ts';
import { run } from './run.ts';
import type { Workplace } from './workplace.ts';

/** What came of a generator. */
export interface Proof {
  /** How many types the client declares. */
  types: number;
  /** How many of its answers were compared with those to plain requests. */
  answers: number;
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

  mkdirSync(join(folder, generator.output), { recursive: true });
  const environment = { ADDRESS: address };
  for (const command of generator.generate(workplace)) await run(command, folder, environment);
  const made = readMade(join(folder, generator.output));
  const types = [...made.matchAll(generator.typeName)].map(([, name]) => name ?? '');
  const unnamed = types
    .filter((name) => !generator.coins?.test(name))
    .filter((name) => /Inline|Default|(^|[a-z])Item\d*$|Type\d|_\d/.test(name));
  if (unnamed.length > 0) throw new Error(`Types that nobody named: ${unnamed.join(', ')}`);
  for (const command of generator.check(workplace)) await run(command, folder, environment);
  const answers = JSON.parse(await run(generator.call(workplace), folder, environment));
  const expected = await plainAnswers(address);
  for (const [name, answer] of Object.entries(expected))
    if (!isDeepStrictEqual(answers[name], answer))
      throw new Error(
        `${name}: the client has\n${JSON.stringify(answers[name])}\nand the server answers\n${JSON.stringify(answer)}`,
      );
  return { types: types.length, answers: Object.keys(expected).length };
}

/** All source of the client as one text. */
function readMade(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /\.(ts|py|go|java|kt|php|rb|rs)$/.test(it.name))
    .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
    .join('\n');
}
