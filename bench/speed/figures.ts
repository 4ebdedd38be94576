import type { EngineName } from './engines.ts';
import type { Options } from './options.ts';

/** One load that lasted for a while. */
export interface Outcome {
  answers: number;
  seconds: number;
  /** Headers included. */
  bytes: number;
  /** Answers with an error's status, broken connections, no answer in time. */
  failed: number;
  /** How long an answer took, in milliseconds. */
  median: number;
  p99: number;
}

export interface Round extends Outcome {
  /** The share of the answers that the server had kept; null where its metrics don't say. */
  fromKept: number | null;
}

export interface CaseFigures {
  name: string;
  title: string;
  /** Length of the body that the bare server sends, and ours where the same URL is asked for again and again. */
  bytes: number;
  /** Mean length of the bodies behind different URLs. */
  coldBytes: number;
  bare: Outcome[];
  kept: Round[];
  /** Empty where there is no such thing. */
  cold: Round[];
}

/** Bytes a second, of each round. */
export interface ExportFigures {
  bytes: number;
  bare: number[];
  ours: number[];
}

export interface LoadingFigures {
  seconds: number;
  peakMiB: number | null;
}

/** Of each, how long it took, in milliseconds. */
export interface WriteFigures {
  put: number[];
  replace: number[];
  remove: number[];
}

export interface SizeFigures {
  facts: number;
  engine: EngineName;
  cases: CaseFigures[];
  /** What wasn't measured, and why. */
  leftOut: string[];
  /** What went wrong, with the error. */
  failed: string[];
  export?: ExportFigures;
  /** To the first answer, in milliseconds. */
  start?: number[];
  /** The most that the server held while it was asked. */
  peakMiB?: number;
  loading?: { warm: LoadingFigures; cold: LoadingFigures | null };
  writes?: WriteFigures;
}

export interface Figures {
  date: string;
  machine: {
    processor: string;
    cores: number;
    node: string;
    /** What makes the load. */
    load: string;
    /** Where both run, or why they aren't pinned. */
    pinned: string;
    /** Processes that wanted to run, on average of the minute before. */
    busyBefore: number;
    /** Of the program that was measured; `-dirty` where it was changed since. */
    commit: string;
  };
  options: Omit<Options, 'chosen'> & { chosen: string[] };
  /** To the first answer in milliseconds: with the seed still to be loaded, and with a database that has it. */
  startWithSeed?: { empty: number[]; seeded: number[] };
  sizes: SizeFigures[];
}
