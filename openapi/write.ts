import { readFileSync, writeFileSync } from 'node:fs';
import { inPackage } from '../src/package.ts';
import { makeDocuments } from './documents.ts';

// Writes the documents of this folder; with --check, fails where one is out of date.

for (const [name, text] of Object.entries(await makeDocuments())) {
  const path = inPackage(`openapi/${name}`);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    console.error(`openapi/${name} is out of date: run npm run openapi`);
    process.exitCode = 1;
  }
}
