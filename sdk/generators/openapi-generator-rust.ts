import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';

export const openapiGeneratorRust: Generator = {
  name: 'openapi-generator (rust)',
  version: openapiGeneratorVersion,
  language: 'Rust',
  reads: 'openapi.json',
  needs: ['java', 'mvn', 'cargo'],
  isRare: true,
  files: () => ({
    // TLS, which it has by default, is no part of what is tried.
    'Cargo.toml': `[package]
name = "main"
version = "0.0.0"
edition = "2024"

[dependencies]
client = { path = "client", default-features = false }
serde_json = "1"
`,
    'src/main.rs': readFileSync(inPackage('sdk/clients/openapi_generator.rs'), 'utf8'),
  }),
  generate: () =>
    generateWith('rust', 'client', 'openapi.json', {
      packageName: 'client',
      supportAsync: false,
    }),
  output: 'client/src',
  typeName: /^pub (?:struct|enum) (\w+)/gm,
  check: () => [['cargo', 'build', '--quiet']],
  checkedWith: 'cargo build',
  note: 'Every parameter has its place in a call, given or not. An error has the type of its first status, which is a `Problem` as all are.',
  call: () => ['cargo', 'run', '--quiet'],
};
