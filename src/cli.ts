#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Argument, Command, CommanderError, Option } from 'commander';
import { createBundleChecker } from './bundle/check.ts';
import { type Config, loadConfig } from './config.ts';
import { packageVersion } from './package.ts';
import { exportTo } from './resource/export.ts';
import { csv, ndjson } from './resource/formats.ts';
import { factTypes, resources } from './resources.ts';
import { isForOperator, openConfiguredStore, serve } from './serve.ts';
import { verifyArticle } from './verification/verify-article.ts';

const exitCodes = { done: 0, inputAtFault: 1, usage: 2 } as const;

/** What is given can't be used; the message says which and why. */
class InputError extends Error {}

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
  .command('verify')
  .description('verify the mentions of a stored article against its text')
  .argument('<article>', 'id of the article')
  .argument('<textfile>', 'its text (UTF-8)')
  .action((article: string, file: string) => verify(loadConfig(process.env), article, file));

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

function checkFiles(files: string[], textFile: string | undefined): void {
  const checker = createBundleChecker(factTypes);
  const text = textFile === undefined ? undefined : read(textFile);
  for (const file of files) {
    const faults = checker.check(parse(file, read(file)), text);
    for (const { pointer, detail } of faults) console.error(`${file} ${pointer || '/'}: ${detail}`);
    if (faults.length > 0) process.exitCode = exitCodes.inputAtFault;
    else console.log(`${file}: right`);
  }
}

async function verify(config: Config, article: string, file: string): Promise<void> {
  const text = read(file);
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

function read(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new InputError(`can't read ${file}: ${(error as Error).message}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
