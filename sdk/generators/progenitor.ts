import type { Generator } from '../generator.ts';
import { cargoFiles, withCargo } from './rust.ts';

const version = '0.15.1';

export const progenitor: Generator = {
  ...withCargo,
  name: 'progenitor',
  version,
  reads: 'openapi-3.0.json',
  needs: ['cargo'],
  files: () =>
    cargoFiles(
      'progenitor',
      `client = { path = "client" }
futures-util = "0.3"
serde_json = "1"
tokio = { version = "1", features = ["macros", "rt"] }`,
    ),
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
  typeName: /^ {4}pub (?:struct|enum) (\w+)/gm,
  // A string with a pattern that stands in a list: `ListEventsNotItem`.
  coins: /[a-z]Item$/,
  note: 'Reads JSON as `application/json` alone: a problem is bytes to it, to be read as a `Problem`. A string with a pattern or a length is a type of its own for each operation, which `parse()` makes.',
};
