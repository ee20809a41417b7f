import { readFileSync } from 'node:fs';

/**
 * What a process and those that it started took: seconds of the processor, and megabytes: the greatest of each, added up over
 * those that ran at the same time.
 */
export class ProcessTree {
  private readonly root: number;
  private readonly taken = new Map<number, { seconds: number; megabytes: number }>();
  private megabytes = 0;
  private readonly timer: NodeJS.Timeout;

  /** @param root Id of a process that has just been started; asked of the kernel (Linux) as long as it runs. */
  constructor(root: number) {
    this.root = root;
    this.timer = setInterval(() => {
      const running = this.look(this.root);
      this.megabytes = Math.max(this.megabytes, running);
    }, 40);
  }

  /** What was taken; nothing is asked after this. */
  stop(): { seconds: number; megabytes: number } {
    clearInterval(this.timer);
    const all = [...this.taken.values()];
    return {
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
      megabytes: this.megabytes,
    };
  }

  /** Megabytes of a process and those that it started, the greatest that each has taken so far. */
  private look(id: number): number {
    let megabytes = 0;
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      // Fields count from behind the name, which may have spaces in it. Times are in hundredths of a second.
      const [user, system] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .slice(11, 13);
      const known = this.taken.get(id)?.megabytes ?? 0;
      // Of one that is just ending, the kernel tells its memory no more.
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
