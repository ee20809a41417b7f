import { readFileSync } from 'node:fs';

/**
 * Measures a process and those that it started: their processor time, and the memory of all that ran at the same time.
 */
export class ProcessTree {
  private readonly root: number;
  private readonly taken = new Map<number, { seconds: number; megabytes: number }>();
  private megabytes = 0;
  private readonly timer: NodeJS.Timeout;

  /** @param root id of a process that has just been started; on Linux it is observed until {@link stop} */
  constructor(root: number) {
    this.root = root;
    this.timer = setInterval(() => {
      const running = this.look(this.root);
      this.megabytes = Math.max(this.megabytes, running);
    }, 40);
  }

  /** End the measurement. */
  stop(): { seconds: number; megabytes: number } {
    clearInterval(this.timer);
    const all = [...this.taken.values()];
    return {
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
      megabytes: this.megabytes,
    };
  }

  /** Megabytes of a process and those that it started, each at its peak so far. */
  private look(id: number): number {
    let megabytes = 0;
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      // Only the fields after the name, which may have spaces in it. Times are in hundredths of a second.
      const [user, system] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .slice(11, 13);
      const known = this.taken.get(id)?.megabytes ?? 0;
      // Linux no longer reports the memory of a process that is ending.
      megabytes = Math.max(known, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      this.taken.set(id, { seconds: (Number(user) + Number(system)) / 100, megabytes });
      for (const child of readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' '))
        if (child !== '') megabytes += this.look(Number(child));
    } catch {
      // It has ended.
    }
    return megabytes;
  }
}
