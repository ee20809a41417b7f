/** A bar on a terminal that shows how far a long run is. */
interface Progress {
  /** Begin the step with this name. */
  step(name: string): void;
  end(): void;
}

/** Inputs below this are through before a bar could be read. */
const leastBytes = 2_000_000;
const width = 24;

/** A progress bar over `steps` on standard error; a silent one where that is no terminal or the input is short. */
export function showProgress(
  steps: number,
  bytes: number,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  if (!stream.isTTY || bytes < leastBytes) return { step: () => undefined, end: () => undefined };
  let done = -1;
  return {
    step(name) {
      done += 1;
      const filled = Math.round((done / steps) * width);
      stream.write(`\r\u001b[K[${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${name} …`);
    },
    end() {
      stream.write('\r\u001b[K');
    },
  };
}
