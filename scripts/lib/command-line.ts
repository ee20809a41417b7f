import { parseArgs, type ParseArgsConfig } from 'node:util';
import { complain } from './say.ts';

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

/**
 * {@link parseCommandLine} as the first thing that a command does. If the command line is wrong, print why and the usage, and end
 * with exit code 2.
 */
export function readCommandLine<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseCommandLine(config);
  } catch (error) {
    complain(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
