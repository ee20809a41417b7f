import { withEdition } from '../edition-mark.ts';

/** As far into a page as its mark may be. */
const markedBytes = 1000;

/** `withEdition` for the bytes of a page, of which only the beginning is read. */
export function withEditionInBytes(page: Buffer, edition: string): Buffer {
  const beginning = page.toString('latin1', 0, markedBytes);
  const marked = withEdition(beginning, edition);
  return marked === beginning
    ? page
    : Buffer.concat([Buffer.from(marked, 'latin1'), page.subarray(markedBytes)]);
}
