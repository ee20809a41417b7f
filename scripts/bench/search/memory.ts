import { readdirSync, readFileSync } from 'node:fs';

/** Largest resident memory so far of the indexing programs that this process started, in MB; 0 if the system doesn't tell (only Linux does). */
function childrenPeak(): number {
  try {
    const { pid } = process;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    const peaks = children.map((child) => {
      if (!readFileSync(`/proc/${child}/comm`, 'utf8').startsWith('pagefind')) return 0;
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
      return Number(peak ?? 0) / 1024;
    });
    return Math.round(Math.max(0, ...peaks));
  } catch {
    // A child that ended between two readings.
    return 0;
  }
}

/** Run a task and measure its time, and the greatest memory of the indexing programs that it started. */
export async function measured<T>(
  task: () => Promise<T>,
): Promise<{ result: T; seconds: number; peakMb: number }> {
  let peakMb = 0;
  const poll = setInterval(() => {
    peakMb = Math.max(peakMb, childrenPeak());
  }, 100);
  const start = performance.now();
  try {
    const result = await task();
    return { result, seconds: (performance.now() - start) / 1000, peakMb };
  } finally {
    clearInterval(poll);
  }
}
