import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';

const version = '0.15.1';

export const progenitor: Generator = {
  name: 'progenitor',
  version,
  language: 'Rust',
  reads: 'openapi-3.0.json',
  needs: ['cargo'],
  isRare: true,
  files: () => ({
    'Cargo.toml': `[package]
name = "main"
version = "0.0.0"
edition = "2024"

[dependencies]
client = { path = "client" }
futures-util = "0.3"
serde_json = "1"
tokio = { version = "1", features = ["macros", "rt"] }
`,
    'src/main.rs': readFileSync(inPackage('sdk/clients/progenitor.rs'), 'utf8'),
  }),
  generate: () => [
    [
      ...['cargo', 'install', '--quiet', '--locked', '--root', 'tools'],
      ...['cargo-progenitor', '--version', version],
    ],
    [
      ...['tools/bin/cargo-progenitor', 'progenitor', '--interface', 'builder'],
      ...['-i', 'openapi-3.0.json', '-o', 'client', '-n', 'client', '-v', '0.0.0'],
    ],
  ],
  output: 'client/src',
  typeName: /^ {4}pub (?:struct|enum) (\w+)/gm,
  // A string with a pattern that stands in a list: `ListEventsNotItem`.
  coins: /[a-z]Item$/,
  check: () => [['cargo', 'build', '--quiet']],
  checkedWith: 'cargo build',
  note: 'Reads JSON as `application/json` alone: a problem is bytes to it, to be read as a `Problem`. A string with a pattern or a length is a type of its own for each operation, which `parse()` makes.',
  call: () => ['cargo', 'run', '--quiet'],
};
