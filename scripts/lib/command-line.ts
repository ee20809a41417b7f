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

/** The same for a command that does nothing before it. Used wrongly, the command says how to call it, and ends with 2. */
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
