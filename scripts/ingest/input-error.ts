import type { Finding } from '../../src/schemas/report.ts';

/** The input is at fault. The message has what was found and what to do; the command ends with exit code 1. */
export class InputError extends Error {
  override name = 'InputError';
  /** The finding that it is, where it has a permanent code. */
  finding?: Finding;

  /** An error that a report would call by its code. */
  static of(finding: Finding): InputError {
    const error = new InputError(`${finding.message} (${finding.code})`);
    error.finding = finding;
    return error;
  }
}

/** A file without any text in it: alone it is no book, among others it is left out. */
export class NoTextError extends InputError {
  constructor() {
    super('The file holds no text. Give the file of the book itself, with a text in it.');
  }
}
