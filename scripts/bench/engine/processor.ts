import { readFileSync } from 'node:fs';

/** Ticks of the processor in a second, as Linux counts them. */
const ticks = 100;

/** Seconds of the processor that a process has taken; NaN where the system doesn't tell. */
export function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticks;
  } catch {
    return Number.NaN;
  }
}
