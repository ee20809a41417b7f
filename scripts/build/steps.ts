import { processorTime } from '../lib/processor-time.ts';

const processorSeconds = (): number => {
  const { own, children } = processorTime();
  return own + children;
};

/** What a step of a build took. */
export interface Step {
  name: string;
  seconds: number;
  /** Seconds of processor, of the programs too that the step ran. */
  processor: number;
}

/** Keeps the time of a build's steps. */
export class Steps {
  readonly taken: Step[] = [];

  async time<T>(name: string, step: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const before = processorSeconds();
    try {
      return await step();
    } finally {
      this.taken.push({
        name,
        seconds: (performance.now() - start) / 1000,
        processor: processorSeconds() - before,
      });
    }
  }

  /** The steps in a line, such as `Pages 9.1 s, search 2.3 s.` */
  toString(): string {
    const line = this.taken.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  }
}
