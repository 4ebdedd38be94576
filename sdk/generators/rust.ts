import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';

/** How a client in Rust is built with its program, and called. */
export const withCargo = {
  language: 'Rust',
  isRare: true,
  output: 'client/src',
  check: () => [['cargo', 'build', '--quiet']],
  checkedWith: 'cargo build',
  call: () => ['cargo', 'run', '--quiet'],
} satisfies Partial<Generator>;

/**
 * A package around the client, which lies in `client`.
 * @param program in `sdk/clients`, without its ending
 * @param dependencies lines of its manifest, the client's among them
 */
export function cargoFiles(program: string, dependencies: string): Record<string, string> {
  return {
    'Cargo.toml': `[package]
name = "main"
version = "0.0.0"
edition = "2024"

[dependencies]
${dependencies}
`,
    'src/main.rs': readFileSync(inPackage(`sdk/clients/${program}.rs`), 'utf8'),
  };
}
