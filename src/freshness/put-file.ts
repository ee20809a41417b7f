import {
  closeSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** What is at a path if that is a file; `undefined` if there is none. */
export function contentAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Put a file at a path, whatever is there. Writing over a file takes a tenth of the time that making one takes, if it isn't emptied first; but one
 * that has another name elsewhere, or leads elsewhere, isn't this path's own, and is replaced.
 */
export function putFile(path: string, content: string | Uint8Array): void {
  const former = lstatSync(path, { throwIfNoEntry: false });
  if (former?.isFile() === true && former.nlink === 1) {
    overwrite(path, content, former.size);
    return;
  }
  if (former === undefined) mkdirSync(dirname(path), { recursive: true });
  else rmSync(path, { recursive: true });
  writeFileSync(path, content);
}

function overwrite(path: string, content: string | Uint8Array, formerSize: number): void {
  const file = openSync(path, 'r+');
  try {
    writeFileSync(file, content);
    const size = Buffer.byteLength(content);
    if (size < formerSize) ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
}

/** Put a file at a path unless it is there already. */
export function putIfOther(path: string, content: Uint8Array): void {
  if (contentAt(path)?.equals(content) !== true) putFile(path, content);
}
