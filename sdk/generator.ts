import type { Workplace } from './workplace.ts';

/** A program, and its arguments. */
export type Command = readonly string[];

/** A client generator, and how its client is made, checked and used. */
export interface Generator {
  name: string;
  /** The exact version that is run. */
  version: string;
  language: 'TypeScript' | 'Python' | 'Go' | 'Java' | 'Kotlin' | 'PHP' | 'Ruby' | 'Rust';
  /** Which of the two documents it reads. */
  reads: 'openapi.json' | 'openapi-3.0.json';
  /** Programs that have to be on the machine, and files of libraries, by their absolute paths. */
  needs: readonly string[];
  /** Whether it is tried by its name and with `--all` alone: what it compiles takes minutes, or its tools are rare. */
  isRare?: true;
  /** Files that its user writes, by their path in the workplace; the client of `clients/` among them. */
  files(workplace: Workplace): Record<string, string>;
  /** Commands that install what it needs into the workplace, and make the client. */
  generate(workplace: Workplace): Command[];
  /** Where in the workplace the client is made. */
  output: string;
  /** Finds the names of the types in what was made, as its first group. */
  typeName: RegExp;
  /** Names without a meaning that it gives whatever the document says; others are a fault of the document. */
  coins?: RegExp;
  /** Commands that compile or check all of it, strictly. */
  check(workplace: Workplace): Command[];
  /** How strictly, for the reader of the table. */
  checkedWith: string;
  /** What its users should know, for the reader of the table. */
  note?: string;
  /** The command that runs the client; it prints its answers as JSON. */
  call(workplace: Workplace): Command;
}
