import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line was used wrongly: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Node's `parseArgs`.
 * @throws UsageError if there is an option that the command does not have
 */
export function parseCommandLine<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
