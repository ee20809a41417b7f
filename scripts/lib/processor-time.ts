import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/** Seconds of processor. */
export interface ProcessorTime {
  /** Of this process. */
  own: number;
  /** Of the programs that it started and that have ended, with theirs. Only Linux tells; 0 elsewhere. */
  children: number;
}

/** The processor time that this process has taken so far. */
export function processorTime(): ProcessorTime {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // Only the fields after the program's name: a name may have spaces and brackets in it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { own, children: ((fields[13] ?? 0) + (fields[14] ?? 0)) / ticksPerSecond };
  } catch {
    return { own, children: 0 };
  }
}
