/** The input is at fault: the message says what was found and what to do, and the command ends with exit code 1. */
export class InputError extends Error {
  override name = 'InputError';
}
