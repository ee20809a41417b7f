import { InputError } from '../../input-error.ts';

export function damaged(): InputError {
  return new InputError(
    'The file is damaged or was cut off: it is a ZIP archive that can’t be unpacked. Get another copy of it.',
  );
}

export function tooLarge(): InputError {
  return new InputError('The file unpacks to far more than a book has. It was not read.');
}
