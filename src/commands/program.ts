import { Argument, Command, CommanderError, Option } from 'commander';
import { loadConfig } from '../config.ts';
import { explainError } from '../explain-error.ts';
import { findBundles } from '../input.ts';
import { packageVersion } from '../package.ts';
import { formats } from '../resource/write-export.ts';
import { resources } from '../resources.ts';
import { serve } from '../serve.ts';
import { escapeLines, printError } from '../terminal.ts';
import { backup } from './backup.ts';
import { check, checkAgainst } from './check.ts';
import { copy } from './copy.ts';
import { doctor } from './doctor.ts';
import { draft } from './draft.ts';
import { exitCodes } from './exit-codes.ts';
import { exportAllTables, exportResource } from './export.ts';
import { help } from './help.ts';
import { load } from './load.ts';
import { mcp } from './mcp.ts';
import { parseLanguage, parseSlug } from './parse-options.ts';
import { printKey } from './print-key.ts';
import { printOpenApi } from './print-openapi.ts';
import { verify } from './verify.ts';
import { watchOutput } from './write-out.ts';

const program = new Command('article-facts')
  .description('What news articles say, as data.')
  .version(packageVersion())
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(escapeLines(text)),
    writeErr: (text) => process.stderr.write(escapeLines(text)),
  })
  .showHelpAfterError('(--help says more)')
  .addHelpText('after', help.program);

program
  .command('serve')
  .description('start the server')
  .action(() => {
    // The server ends in its own way.
    process.off('uncaughtException', endAtOnce);
    leaveOutput();
    return serve(loadConfig(process.env));
  });

const checking = program
  .command('check')
  .description('validate bundles, without storing anything')
  .argument('<path...>', 'bundles (JSON), or folders of them')
  .option(
    '--text <file>',
    'the text of the article, to find and verify the mentions of its bundle in',
  )
  .option('--against', 'also against the articles that the database has: all is tried on a copy')
  .action((paths: string[], options: { text?: string; against?: true }) => {
    const files = findBundles(paths);
    requireOne(checking, files, options.text);
    return options.against
      ? checkAgainst(loadConfig(process.env), files, options)
      : check(files, options);
  });

const loading = program
  .command('load')
  .description('validate bundles and store those that are right')
  .argument('<path...>', 'bundles (JSON), or folders of them')
  .option(
    '--text <file>',
    'the text of the article, to find and verify the mentions of its bundle in',
  )
  .option('--dry-run', 'only say what would be stored: all is tried on a copy')
  .option('--strict', 'refuse what is right but looks wrong, too')
  .action((paths: string[], options: { text?: string; dryRun?: true; strict?: true }) => {
    const files = findBundles(paths);
    requireOne(loading, files, options.text);
    return load(loadConfig(process.env), files, options);
  });

program
  .command('draft')
  .description('write a bundle to start from: quotations, figures and known names of a text')
  .argument('<textfile>', 'the text of an article (UTF-8)')
  .option(
    '--language <tag>',
    'its language (BCP 47), like id or en; else detected, where that is sure',
    parseLanguage,
  )
  .option('--id <id>', 'id of the article; else made of the name of the file', parseSlug)
  .addHelpText('after', help.draft)
  .action((file: string, options: { id?: string; language?: string }) =>
    draft(loadConfig(process.env), file, options),
  );

program
  .command('verify')
  .description('verify the mentions of a stored article against its text')
  .argument('<article>', 'id of the article')
  .argument('<textfile>', 'its text (UTF-8)')
  .action((article: string, file: string) => verify(loadConfig(process.env), article, file));

program
  .command('backup')
  .description('copy the database into a file, while a server may write to it')
  .argument('<file>', 'where the copy is to be')
  .option('--force', 'replace a file that is there')
  .addHelpText('after', help.backup)
  .action((file: string, options: { force?: true }) =>
    backup(loadConfig(process.env), file, options),
  );

program
  .command('doctor')
  .description(
    'say whether the database is whole, and what to do where it isn’t; nothing is changed',
  )
  .option('--json', 'as JSON')
  .addHelpText('after', help.doctor)
  .action((options: { json?: true }) => doctor(loadConfig(process.env), options));

program
  .command('mcp')
  .description('answer an agent over standard input and output (Model Context Protocol)')
  .addHelpText('after', help.mcp)
  .action(() => mcp(loadConfig(process.env)));

program
  .command('copy')
  .description('copy every article into an empty database, from a file to PostgreSQL or back')
  .argument('<from>', 'a database, as in DATABASE_URL')
  .argument('<to>', 'another one that has no article yet')
  .action((from: string, to: string) => copy(from, to));

program
  .command('key')
  .description('make a key for writing; nothing is stored')
  .argument('<name>', 'whose it is: words of a–z and 0–9 joined by hyphens')
  .action(printKey);

program
  .command('openapi')
  .description('print the OpenAPI document')
  .option('--yaml', 'as YAML')
  .action(printOpenApi);

const exporting = program
  .command('export')
  .description('write all of a resource, or all there is, to standard output')
  .addArgument(
    new Argument('<resource>', 'what to export').choices([
      ...resources.map(({ name }) => name),
      'all',
    ]),
  )
  .addOption(
    new Option('--format <format>', 'a row, or a line of JSON, each; of all, a SQLite database')
      .choices([...formats.map(({ name }) => name), 'sqlite'])
      .makeOptionMandatory(),
  )
  .option('--bom', 'begin a CSV with a byte order mark, by which Excel knows that it is UTF-8')
  .action((resource: string, options: { format: string; bom?: true }) => {
    if (options.bom && options.format !== 'csv')
      exporting.error('error: --bom goes with --format csv');
    if ((resource === 'all') !== (options.format === 'sqlite'))
      exporting.error('error: all goes with --format sqlite, and a resource with the others');
    if (resource === 'all') return exportAllTables(loadConfig(process.env));
    return exportResource(loadConfig(process.env), resource, options);
  });

// What happens outside of what is waited for would end in a stack trace.
process.once('uncaughtException', endAtOnce);
const leaveOutput = watchOutput();
try {
  await program.parseAsync();
} catch (error) {
  fail(error);
}

function endAtOnce(error: unknown): void {
  fail(error);
  process.exit();
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) process.exitCode = exitCodes.usage;
    return;
  }
  for (const line of explainError(error)) printError(line);
  process.exitCode = exitCodes.atFault;
}

/** A text is that of one article. */
function requireOne(command: Command, files: readonly string[], text: string | undefined): void {
  if (text !== undefined && files.length !== 1)
    command.error(`error: --text goes with one bundle, not with ${files.length}`);
}
