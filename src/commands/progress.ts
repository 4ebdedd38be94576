import { MultiBar } from 'cli-progress';
import { escapeControls, printError } from '../terminal.ts';

/** How far a long piece of work has come, on standard error. */
export interface Progress {
  advance(more: number): void;
  /** What was done is to be done again. */
  restart(): void;
  /** Prints a line; a bar stays below it. */
  print(line: string): void;
  /** Takes the bar away. */
  end(): void;
}

/** A bar where standard error is a terminal and there is more than one thing to do; otherwise only lines. */
export function startProgress(total: number, unit: string): Progress {
  if (!process.stderr.isTTY || total <= 1)
    return { advance: () => {}, print: printError, end: () => {}, restart: () => {} };
  const bars = new MultiBar({
    format: `{bar} {value}/{total} ${unit}, {duration_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    clearOnComplete: true,
    // Whoever interrupts it finds the terminal as it was: no setting of it is changed.
    linewrap: true,
    forceRedraw: true,
  });
  const bar = bars.create(total, 0);
  return {
    advance(more) {
      bar.increment(more);
      bars.update();
    },
    print: (line) => bars.log(`${escapeControls(line)}\n`),
    restart: () => bar.update(0),
    end() {
      bars.update();
      bars.stop();
    },
  };
}
