import type { Config } from '../config.ts';
import { inPackage } from '../package.ts';
import { currentTermsVersion } from '../resource/searchable.ts';
import { factTypes } from '../resources.ts';
import { readMigrations } from '../store/migrations.ts';
import { examine, mostFindings } from '../store/sqlite/examine.ts';
import type { Finding } from '../store/sqlite/finding.ts';
import { print } from '../terminal.ts';
import { requireFileOf } from './database-file.ts';
import { exitCodes } from './exit-codes.ts';
import { startProgress } from './progress.ts';

/** Says of the configured database, a line a check, whether it is whole, and what to do where it isn't. */
export function doctor({ database }: Config, { json = false }: { json?: boolean }): void {
  const path = requireFileOf(database, 'examined');
  const findings: Finding[] = [];
  const progress = startProgress(mostFindings, 'checks');
  try {
    for (const finding of examineAsCurrent(path)) {
      findings.push(finding);
      progress.advance(1);
    }
  } finally {
    progress.end();
  }
  const ok = findings.every((finding) => finding.ok);
  if (json) print(JSON.stringify({ database: path, ok, checks: findings }));
  else for (const finding of findings) print(describe(finding));
  if (!ok) process.exitCode = exitCodes.atFault;
}

/** Looks at a database as one that this version is to serve. */
export function examineAsCurrent(path: string): Generator<Finding> {
  const namesOf = (shared: boolean) =>
    factTypes.filter(({ sharing }) => (sharing !== undefined) === shared).map(({ name }) => name);
  return examine(path, {
    migrations: readMigrations(inPackage('migrations/sqlite')),
    own: namesOf(false),
    shared: namesOf(true),
    termsVersion: currentTermsVersion,
  });
}

function describe({ check, ok, detail, remedy }: Finding): string {
  const line = `${ok ? 'ok   ' : 'wrong'}  ${check.padEnd(10)}  ${detail}`;
  return remedy === null ? line : `${line}: ${remedy}`;
}
