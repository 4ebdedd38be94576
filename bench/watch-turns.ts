import { monitorEventLoopDelay } from 'node:perf_hooks';

// Imported before a server, whose parent it then tells what it was busy with since it was asked last.

/** What the process did meanwhile, in milliseconds. */
export interface Busy {
  /** Processor time of all its threads. */
  processor: number;
  /** That of the thread with the event loop: no turn has taken more of it. */
  onLoop: number;
  /** From its begin to its end, whatever else the machine did in between. */
  longestTurn: number;
}

const turns = monitorEventLoopDelay({ resolution: 1 });
turns.enable();
let [before, loopBefore] = [process.cpuUsage(), process.threadCpuUsage()];
process.on('message', () => {
  process.send?.({
    processor: inMilliseconds(process.cpuUsage(before)),
    onLoop: inMilliseconds(process.threadCpuUsage(loopBefore)),
    longestTurn: turns.max / 1e6,
  });
  turns.reset();
  [before, loopBefore] = [process.cpuUsage(), process.threadCpuUsage()];
});

function inMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
