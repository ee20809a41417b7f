import type { Random } from '../../../samples/random.ts';
import type { Ended } from '../kit/command.ts';

/** Chooses the moments at which a command is killed, over all of its run, and counts the kills. */
export class Kills {
  count = 0;
  /** Runs that ended before they could be killed. */
  ended = 0;
  #seconds: number;

  /** @param seconds that an undisturbed run takes */
  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Milliseconds from the start of a run. Half of the moments are near the end, where files are written. */
  nextMoment(random: Random): number {
    const from = random.chance(0.5) ? 0 : 0.6;
    return this.#seconds * 1000 * (from + (1.05 - from) * (random.below(1000) / 1000));
  }

  /** Note how a run ended, and adjust how long runs are expected to take, since the load of the machine changes. */
  note({ code, seconds }: Ended): void {
    if (code === null) {
      this.count += 1;
      this.#seconds *= 1.01;
    } else {
      this.ended += 1;
      this.#seconds = (this.#seconds + seconds) / 2;
    }
  }
}
