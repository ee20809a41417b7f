import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError } from '../input-error.ts';

/** What is read at once beyond a file's size, which some files understate: those of a system's state have 0. */
const chunk = 1 << 16;
/** Windows has no such files, and no such flag. */
const withoutWaiting = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/**
 * Read a file, but no more of it than `most` bytes, and without waiting for any.
 * @returns its bytes; `undefined` if there are more
 * @throws InputError if its end is not there yet, as that of a log that goes on
 */
export async function readBounded(path: string | Buffer, most: number): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | withoutWaiting);
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let room = (await file.stat()).size + 1; length <= most; room = chunk) {
      const part = Buffer.allocUnsafe(Math.min(room, most + 1 - length));
      const { bytesRead } = await file.read(part, 0, part.length);
      if (bytesRead === 0) {
        const [only] = parts;
        return parts.length === 1 ? only : Buffer.concat(parts);
      }
      parts.push(part.subarray(0, bytesRead));
      length += bytesRead;
    }
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    throw new InputError(
      'This file gives its text bit by bit, and may have no end. Write the text to a file and give that.',
      { cause: error },
    );
  } finally {
    await file.close();
  }
}
