import { isUtf8 } from 'node:buffer';
import { ContentError } from './yaml-text.ts';

/**
 * The text of a file that people may have edited. If they saved it in another encoding, no character is lost yet. Reading it as
 * UTF-8 would lose some, so it is refused.
 * @param path named in the message
 * @throws ContentError if it isn't UTF-8
 */
export function textOfFile(path: string, bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new ContentError(
    `${path}: expected text in UTF-8, found another encoding. Open it in that encoding and save it as UTF-8, or restore it from version control. Then run the command again.`,
  );
}
