import { readFileSync } from 'node:fs';

/** What the kernel counts processor time in, on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Seconds of processor. */
export interface ProcessorTime {
  /** Of this process. */
  own: number;
  /** Of the programs that it ran to their end, with all that those ran; 0 on other systems than Linux, which don't tell. */
  children: number;
}

/** What has been taken until now. */
export function processorTime(): ProcessorTime {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // The fields that follow the program's name, which may have any characters in it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { own, children: ((fields[13] ?? 0) + (fields[14] ?? 0)) / ticksPerSecond };
  } catch {
    return { own, children: 0 };
  }
}
