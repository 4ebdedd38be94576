import { globSync, readFileSync } from 'node:fs';
import { type Node, parseSync, Visitor } from 'oxc-parser';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { publishedBundleSchema } from '../openapi/bundle-schema.ts';
import { inPackage } from '../src/package.ts';
import { factTypes } from '../src/resources.ts';
import { withServer } from './support/server.ts';

// A regular expression that has several ways to match a text may try them all: a text made for it takes
// it a time that grows with the square of its length, or doubles with each character.

interface Expression {
  where: string;
  /** Null where it is made of a text that only running the program would tell. */
  pattern: string | null;
  flags: string;
}

test('every regular expression of the program takes a time linear in the text', () => {
  const files = globSync('src/**/*.ts', { cwd: inPackage('.') });
  const sources = files.map((file) => [file, readFileSync(inPackage(file), 'utf8')] as const);
  const found = expressionsIn(sources);
  expect(found.length).toBeGreaterThan(30);
  expect(found.flatMap(describeSlowness)).toEqual([]);
});

test('and every pattern of a schema', async () => {
  const { document } = await withServer([]);
  const patterns = patternsIn([document, publishedBundleSchema(factTypes)]);
  expect(patterns.size).toBeGreaterThan(2);
  const found = Array.from(patterns, (pattern) => ({ where: 'schema', pattern, flags: 'u' }));
  expect(found.flatMap(describeSlowness)).toEqual([]);
});

test.each([
  ['/\\s+$/', '/\\s+$/ is vulnerable: 2nd degree polynomial'],
  ['/^(\\w+-?)+$/', '/^(\\w+-?)+$/ is vulnerable: exponential'],
  ['/[\\p{L}--[a-z]]/v', '/[\\p{L}--[a-z]]/v is unknown: invalid'],
  ['new RegExp(slowPattern)', '/(a|a)+b/ is vulnerable: exponential'],
  ['RegExp(slowPattern + "$")', 'is made of a text that can’t be checked: write it down'],
])('one that doesn’t is told: %s', (source, told) => {
  const text = `\nconst slowPattern = '(a|a)+b';\nconst it = ${source};`;
  const [slowness] = expressionsIn([['a.ts', text]]).flatMap(describeSlowness);
  expect(slowness).toBe(`a.ts:3 ${told}`);
});

/** All that are written in the files, and those made of a constant of theirs. */
function expressionsIn(sources: readonly (readonly [file: string, text: string])[]): Expression[] {
  const programs = sources.map(([file, text]) => {
    const { program, errors } = parseSync(file, text);
    if (errors.length > 0) throw new Error(`${file} can't be read: ${errors[0]?.message}`);
    const whereIs = ({ start }: Node) => `${file}:${text.slice(0, start).split('\n').length}`;
    return { program, whereIs };
  });
  const constants = new Map<string, string>();
  for (const { program } of programs)
    new Visitor({
      VariableDeclarator({ id, init }) {
        if (id.type === 'Identifier' && init?.type === 'Literal' && typeof init.value === 'string')
          constants.set(id.name, init.value);
      },
    }).visit(program);
  const found: Expression[] = [];
  for (const { program, whereIs } of programs) {
    const noteMade = (node: Node & { callee: Node; arguments: Node[] }) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
      const [of, flags] = node.arguments;
      const pattern = of?.type === 'Identifier' ? constants.get(of.name) : undefined;
      const isKnown = pattern !== undefined && flags === undefined;
      found.push({ where: whereIs(node), pattern: isKnown ? pattern : null, flags: '' });
    };
    new Visitor({
      Literal(node) {
        if ('regex' in node) found.push({ where: whereIs(node), ...node.regex });
      },
      NewExpression: noteMade,
      CallExpression: noteMade,
    }).visit(program);
  }
  return found;
}

function describeSlowness({ where, pattern, flags }: Expression): string[] {
  if (pattern === null) return [`${where} is made of a text that can’t be checked: write it down`];
  // Some are tried with texts that are put together at random: always the same ones here.
  const checked = checkSync(pattern, flags, { randomSeed: 1 });
  if (checked.status === 'safe') return [];
  const why = checked.status === 'unknown' ? checked.error.kind : checked.complexity.summary;
  return [`${where} /${pattern}/${flags} is ${checked.status}: ${why}`];
}

/** The patterns of a schema, however deep they lie. */
function patternsIn(node: unknown): Set<string> {
  if (typeof node !== 'object' || node === null) return new Set();
  const own = 'pattern' in node && typeof node.pattern === 'string' ? [node.pattern] : [];
  return new Set([...own, ...Object.values(node).flatMap((child) => [...patternsIn(child)])]);
}
