import { readFileSync, writeFileSync } from 'node:fs';
import { makeClientFiles } from '../sdk/published/files.ts';
import { inPackage } from '../src/package.ts';
import { makeDocuments } from './documents.ts';

// Writes the documents of this folder, and what the clients have of them; with --check, fails where one is out of date.

const documents = await makeDocuments();
const files = {
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`openapi/${name}`, text])),
  ...(await makeClientFiles(documents['openapi.json'] ?? '')),
};
for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(inPackage(path), text);
  } else if (readFileSync(inPackage(path), 'utf8') !== text) {
    console.error(`${path} is out of date: run npm run openapi`);
    process.exitCode = 1;
  }
}
