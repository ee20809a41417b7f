import { readFileSync } from 'node:fs';

/** What a process and those that it started took: seconds of the processor and megabytes, the greatest of each added up. */
export class ProcessTree {
  private readonly root: number;
  private readonly taken = new Map<number, { seconds: number; megabytes: number }>();
  private readonly timer: NodeJS.Timeout;

  /** @param root Id of a process that has just been started; asked of the kernel (Linux) as long as it runs. */
  constructor(root: number) {
    this.root = root;
    this.timer = setInterval(() => this.look(this.root), 40);
  }

  /** What was taken; nothing is asked after this. */
  stop(): { seconds: number; megabytes: number } {
    clearInterval(this.timer);
    const all = [...this.taken.values()];
    return {
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
      megabytes: all.reduce((sum, { megabytes }) => sum + megabytes, 0),
    };
  }

  private look(id: number): void {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      // Fields count from behind the name, which may have spaces in it. Times are in hundredths of a second.
      const [user, system] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .slice(11, 13);
      this.taken.set(id, {
        seconds: (Number(user) + Number(system)) / 100,
        // Of one that is just ending, the kernel tells its memory no more.
        megabytes: Math.max(
          this.taken.get(id)?.megabytes ?? 0,
          Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024,
        ),
      });
      for (const child of readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' '))
        if (child !== '') this.look(Number(child));
    } catch {
      // It has ended.
    }
  }
}
