#!/usr/bin/env node
import { hash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { buildApp } from './app.ts';
import { createBundleChecker } from './bundle/check.ts';
import { type Config, loadConfig } from './config.ts';
import { InputError, parseJson, readText } from './input.ts';
import { loadFiles } from './load-files.ts';
import { slugPattern } from './model/identifiers.ts';
import { inPackage, packageVersion } from './package.ts';
import { exportTo } from './resource/export.ts';
import { csv, ndjson } from './resource/formats.ts';
import { factTypes, resources } from './resources.ts';
import { isForOperator, openConfiguredStore, serve } from './serve.ts';
import { readMigrations } from './store/migrate.ts';
import { openStore } from './store/open.ts';
import { verifyArticle } from './verification/verify-article.ts';

const exitCodes = { done: 0, inputAtFault: 1, usage: 2 } as const;

const program = new Command('article-facts')
  .description('What news articles say, as data.')
  .version(packageVersion())
  .exitOverride()
  .addHelpText('after', '\nExit codes: 0 done, 1 the input is at fault, 2 usage.');

program
  .command('serve')
  .description('start the server (settings: environment variables, see the README)')
  .action(() => serve(loadConfig(process.env)));

program
  .command('check')
  .description('validate bundles, without storing anything')
  .argument('<file...>', 'bundles (JSON)')
  .option('--text <file>', 'the text of the article, to verify the mentions of its bundle against')
  .action((files: string[], { text }: { text?: string }) => checkFiles(files, text));

program
  .command('load')
  .description('validate bundles and store those that are right')
  .argument('<path...>', 'bundles (JSON), or folders of them')
  .action((paths: string[]) => load(loadConfig(process.env), paths));

program
  .command('verify')
  .description('verify the mentions of a stored article against its text')
  .argument('<article>', 'id of the article')
  .argument('<textfile>', 'its text (UTF-8)')
  .action((article: string, file: string) => verify(loadConfig(process.env), article, file));

program
  .command('key')
  .description('make a key for writing; nothing is stored')
  .argument('<name>', 'whose it is: words of a–z and 0–9 joined by hyphens')
  .action(printKey);

program
  .command('openapi')
  .description('print the OpenAPI document')
  .option('--yaml', 'as YAML')
  .action(({ yaml }: { yaml?: true }) => printOpenApi(yaml === true));

const exporting = program
  .command('export')
  .description('write all of a resource to standard output')
  .addArgument(
    new Argument('<resource>', 'what to export').choices(resources.map(({ name }) => name)),
  )
  .addOption(
    new Option('--format <format>', 'a row, or a line of JSON, each')
      .choices(['csv', 'ndjson'])
      .makeOptionMandatory(),
  )
  .option(
    '--bom',
    'begin a CSV with a byte order mark, by which Excel knows that it is UTF-8',
    false,
  )
  .action((resource: string, options: { format: string; bom: boolean }) => {
    if (options.bom && options.format !== 'csv')
      exporting.error('error: --bom goes with --format csv');
    return writeOut(loadConfig(process.env), resource, options);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  } else if (error instanceof InputError || isForOperator(error)) {
    console.error(error.message);
    process.exitCode = exitCodes.inputAtFault;
  } else throw error;
}

/** 256 bits, which nobody guesses; only their digest is kept, by whoever configures the server. */
function printKey(name: string): void {
  if (!new RegExp(slugPattern).test(name))
    throw new InputError(`a name is words of a–z and 0–9 joined by hyphens; not ${name}`);
  const key = `af_${randomBytes(32).toString('base64url')}`;
  console.log(`the key, shown only now:  ${key}
the entry for API_KEYS:   ${name}:${hash('sha256', key)}`);
}

async function printOpenApi(yaml: boolean): Promise<void> {
  const store = openStore(':memory:', readMigrations(inPackage('migrations')));
  const app = await buildApp({ config: { logLevel: 'silent' }, store });
  const { body } = await app.inject(yaml ? '/openapi.yaml' : '/openapi.json');
  process.stdout.write(body);
  await app.close();
  await store.close();
}

function checkFiles(files: string[], textFile: string | undefined): void {
  const checker = createBundleChecker(factTypes);
  const text = textFile === undefined ? undefined : readText(textFile);
  for (const file of files) {
    const faults = checker.check(parseJson(file, readText(file)), text);
    for (const { pointer, detail } of faults) console.error(`${file} ${pointer || '/'}: ${detail}`);
    if (faults.length > 0) process.exitCode = exitCodes.inputAtFault;
    else console.log(`${file}: right`);
  }
}

async function verify(config: Config, article: string, file: string): Promise<void> {
  const text = readText(file);
  const store = await openConfiguredStore(config);
  try {
    const result = await verifyArticle(store, article, text);
    if (result === null) throw new InputError(`there is no article ${article}`);
    const { fingerprint, repairs, matching, mismatching } = result;
    const { expected, found } = fingerprint;
    if (!fingerprint.matches)
      console.error(
        `${file} is not the text of ${article}: sha256 ${found.sha256}, expected ${expected.sha256}; ${found.length} code points, expected ${expected.length}`,
      );
    if (repairs.length > 0) console.error(`it would be after ${repairs.join(', ')}`);
    for (const { mention, found } of mismatching)
      console.error(
        `${mention.factType} ${mention.fact}: expected “${mention.exact}” at ${mention.start}–${mention.end}, found “${found}”`,
      );
    console.log(
      `${article}: ${matching.length} of ${matching.length + mismatching.length} mentions match`,
    );
    if (!fingerprint.matches || mismatching.length > 0) process.exitCode = exitCodes.inputAtFault;
  } finally {
    await store.close();
  }
}

async function writeOut(
  config: Config,
  name: string,
  { format, bom }: { format: string; bom: boolean },
): Promise<void> {
  const resource = resources.find((it) => it.name === name);
  if (resource === undefined) throw new Error(`${name} is no resource`);
  const store = await openConfiguredStore(config);
  try {
    await exportTo(process.stdout, store, resource, format === 'csv' ? csv : ndjson, bom);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'write') throw error;
    throw new InputError(`can't write: ${(error as Error).message}`);
  } finally {
    await store.close();
  }
}

async function load(config: Config, paths: string[]): Promise<void> {
  const files = paths.flatMap(bundlesAt);
  const store = await openConfiguredStore(config);
  const counts = { changed: 0, unchanged: 0, refused: 0 };
  const progress = createProgress(files.length);
  try {
    await loadFiles(store, files, (outcomes) => {
      for (const { file, outcome } of outcomes) {
        if (outcome === 'changed' || outcome === 'unchanged') {
          counts[outcome]++;
          continue;
        }
        counts.refused++;
        for (const { pointer, detail } of outcome)
          console.error(`${file} ${pointer || '/'}: ${detail}`);
      }
      progress(outcomes.length);
    });
  } finally {
    await store.close();
  }
  console.log(`${counts.changed} loaded, ${counts.unchanged} unchanged, ${counts.refused} refused`);
  if (counts.refused > 0) process.exitCode = exitCodes.inputAtFault;
}

/** The file, or the bundles of the folder in the order of their names. */
function bundlesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw new InputError(`can't read ${path}: ${(error as Error).message}`);
  }
}

/** Says on a terminal how many of so many files are done. */
function createProgress(total: number): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    if (process.stderr.isTTY && total > 1)
      process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
  };
}
