import { matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../vitest.config.ts';
import { readPage } from './support/pages.ts';
import { titlesOf } from './support/test-titles.ts';

interface Row {
  fault: string;
  proofs: { title: string; file: string }[];
  engines: string;
}

const page = readPage('docs/reliability.md');

/** Each row of its tables that has tests: the last cell but one has links to them, the last the engines. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('](../tests/'))
  .map((line): Row => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [fault = '', , , , proved = '', engines = ''] = cells.slice(1, -1);
    return { fault, proofs: proofsIn(proved), engines };
  });

/** The tests that a text has links to: the words of a link are the title. */
function proofsIn(text: string): { title: string; file: string }[] {
  const links = text.matchAll(/\[([^\]]+)\]\((?:\.\.\/)?(tests\/[^)]+\.ts)\)/g);
  return Array.from(links, ([, title = '', file = '']) => ({
    title: title.replaceAll('\\|', '|'),
    file,
  }));
}

/** Which file runs the tests of one that several might. */
const runner = { 'tests/support/resource-suite.ts': 'tests/resources.test.ts' };

/** On which engines `npm test` or `npm run test:more` runs a file. */
function enginesOf(file: string): string[] {
  const runs = runner[file as keyof typeof runner] ?? file;
  const projects = (config.test?.projects ?? []).flatMap((it) =>
    typeof it === 'object' && 'test' in it && it.test ? [it.test] : [],
  );
  const matches = (globs: string[] = []) => globs.some((glob) => matchesGlob(runs, glob));
  return projects
    .filter(({ include, exclude }) => matches(include) && !matches(exclude))
    .map(({ name }) => (String(name).startsWith('sqlite') ? 'SQLite' : 'PostgreSQL'));
}

describe('the table of reliability', () => {
  test('has every fault once, with at least one test', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
    const tables = page.split('\n').filter((line) => /^\| (?!fault|---)/.test(line));
    expect(tables.filter((line) => !line.includes('](../tests/'))).toEqual([]);
  });

  test.each(['docs/reliability.md', 'SECURITY.md'])(
    'and %s name tests that are there, by their titles',
    (path) => {
      const proofs = proofsIn(readPage(path));
      expect(proofs.length).toBeGreaterThan(30);
      const known = new Map<string, Set<string>>();
      for (const { file } of proofs) if (!known.has(file)) known.set(file, titlesOf(file));
      expect(proofs.filter(({ title, file }) => !known.get(file)?.has(title))).toEqual([]);
    },
  );

  test('says on which engines they are run', () => {
    for (const { fault, proofs, engines } of rows) {
      // Where no database takes part, it doesn’t matter on which one.
      if (engines === '–') continue;
      const run = new Set(proofs.flatMap(({ file }) => enginesOf(file)));
      expect(engines, fault).toBe(run.size === 2 ? 'both' : [...run].join());
    }
  });
});
