import type { Random } from '../../../samples/random.ts';
import type { Ended } from '../kit/command.ts';

/** Chooses moments to kill a command at, over all of its run, and counts the kills. */
export class Kills {
  count = 0;
  /** Runs that had ended before they could be killed. */
  ended = 0;
  #seconds: number;

  /** @param seconds How long a run takes when nothing else goes on. */
  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** In milliseconds from the start of a run; half of them are near the end, where things are written. */
  nextMoment(random: Random): number {
    const from = random.chance(0.5) ? 0 : 0.6;
    return this.#seconds * 1000 * (from + (1.05 - from) * (random.below(1000) / 1000));
  }

  /** How a run ended. One that was faster than expected shows how long runs take by now. */
  note({ code, seconds }: Ended): void {
    if (code === null) {
      this.count += 1;
      // The load of the machine changes: runs may take longer by now.
      this.#seconds *= 1.01;
    } else {
      this.ended += 1;
      this.#seconds = (this.#seconds + seconds) / 2;
    }
  }
}
