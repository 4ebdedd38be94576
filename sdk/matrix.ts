import { readFileSync, writeFileSync } from 'node:fs';
import { inPackage } from '../src/package.ts';
import type { Generator } from './generator.ts';
import { generators, installedGenerators } from './generators.ts';
import { follow, guides } from './guide.ts';
import { type Proof, prove } from './prove.ts';
import { findMissing } from './run.ts';
import { startSeedServer } from './server.ts';

// Tries the generators that `npm test` doesn't, follows every guide, and writes the table in openapi/README.md; with
// --check, fails where the table says something else. What is missing on this machine is named. --all tries all, those
// too that take minutes or need rare tools. Words beside it choose the generators that have one of them in their
// names, and no guide.

const path = inPackage('openapi/README.md');
const table = /(<!-- matrix -->\n)(.*?)(<!-- \/matrix -->)/s;
const checking = process.argv.includes('--check');
const all = process.argv.includes('--all');
const chosen = process.argv.slice(2).filter((it) => !it.startsWith('--'));
const readme = readFileSync(path, 'utf8');
const [, , before = ''] = readme.match(table) ?? [];

const server = await startSeedServer();
const rows = new Map<Generator, string>();
const tasks = [
  ...generators.map((generator) => ({
    needs: generator.needs,
    act: async () => void rows.set(generator, await tryGenerator(generator)),
  })),
  ...(chosen.length === 0 ? guides : []).map(({ language, needs }) => ({
    needs,
    act: () =>
      report(`Guide for ${language}`, needs, () =>
        follow({ language, needs }, readme, server.address),
      ),
  })),
];
// Two at a time; of those that ask Maven one, as it must have its repository to itself.
const byMaven = tasks.filter(({ needs }) => needs.includes('mvn'));
const others = tasks.filter(({ needs }) => !needs.includes('mvn'));
await Promise.all([workOff(byMaven, others), workOff(others)]);
await server.stop();

const after = `| generator | version | language | reads | checked by | answers | tried by | |
| --- | --- | --- | --- | --- | --- | --- | --- |
${generators.map((it) => rows.get(it)).join('\n')}
`;
if (!checking)
  writeFileSync(
    path,
    readme.replace(table, (_, begin, __, end) => begin + after + end),
  );
else if (after !== before) {
  console.error('The table in openapi/README.md is out of date: run npm run sdk:matrix');
  process.exitCode = 1;
}

/** One after the other, list after list; what one takes from a list, nobody else has. */
async function workOff(...lists: { act(): Promise<unknown> }[][]): Promise<void> {
  for (const list of lists)
    for (let task = list.shift(); task !== undefined; task = list.shift()) await task.act();
}

/** Its row of the table: as it stands there, where it isn’t tried now. */
async function tryGenerator(generator: Generator): Promise<string> {
  const title = `${generator.name} ${generator.version}`;
  const isChosen =
    chosen.length === 0
      ? all || triedBy(generator) === 'CI'
      : chosen.some((it) => generator.name.includes(it));
  if (chosen.length === 0 && !isChosen)
    console.log(`not run  ${title}: ${triedBy(generator)} or its name does it`);
  const outcome = isChosen
    ? await report(title, generator.needs, () => prove(generator, server.address))
    : undefined;
  if (outcome !== undefined) return rowOf(generator, outcome);
  const known = before.split('\n').find((row) => row.startsWith(`| ${generator.name} |`));
  return known ?? `| ${generator.name} | not run | | | | | | |`;
}

/** Does it, and says what came of it: null where it failed, undefined where something is missing. */
async function report<Outcome>(
  name: string,
  needs: readonly string[],
  act: () => Promise<Outcome>,
): Promise<Outcome | null | undefined> {
  const missing = await findMissing(needs);
  if (missing !== undefined) {
    console.log(`missing  ${name}: there is no ${missing} on this machine`);
    return undefined;
  }
  const begin = performance.now();
  try {
    const outcome = await act();
    const seconds = Math.round((performance.now() - begin) / 1000);
    console.log(`passed   ${name}, in ${seconds} s`);
    return outcome;
  } catch (error) {
    console.log(`FAILED   ${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    return null;
  }
}

/** Its row of the table. */
function rowOf(generator: Generator, proof: Proof | null): string {
  const { name, version, language, reads, checkedWith, note } = generator;
  const answers = proof === null ? 'failed' : `${proof.answers} the same`;
  const by = triedBy(generator);
  const cells = [name, version, language, `\`${reads}\``, checkedWith, answers, by, note];
  return `| ${cells.join(' | ')} |`.replace(/\| {2}\|$/, '| |');
}

function triedBy(generator: Generator): '`npm test`' | '`--all`' | 'CI' {
  if (installedGenerators.includes(generator)) return '`npm test`';
  return generator.isRare ? '`--all`' : 'CI';
}
