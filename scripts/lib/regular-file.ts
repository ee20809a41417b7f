import { lstatSync, statSync } from 'node:fs';

/** What is at a path instead of a regular file: `a folder`. `undefined` for a regular file, or if nothing is there. */
export function notAFile(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return undefined;
  if (found.isDirectory()) return 'a folder';
  return found.isFIFO() ? 'a pipe' : 'a device';
}

const leadsNowhere = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true &&
  statSync(path, { throwIfNoEntry: false }) === undefined;

/** An error of the disk as a sentence that says what to do; `undefined` for any other error. */
export function explainDiskError(error: unknown): string | undefined {
  const { code, path = 'The folder', syscall } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return `${path}: the disk is full. Make room and run the command again; what was written is whole, and the rest is made up for.`;
    case 'EROFS':
      return `${path}: the disk is read-only. Choose another folder by --out DIR.`;
    case 'EACCES':
    case 'EPERM':
      return `${path}: it may not be written or read. Change its permissions, or choose another folder by --out DIR.`;
    case 'EISDIR':
    case 'ENOTEMPTY':
      return `${path}: there is a folder where a file is expected. Move it away and run the command again.`;
    case 'ENOENT':
      // If a file is missing that the program should have written, the program is at fault.
      if (syscall !== 'mkdir') return undefined;
      return `${path}: there is no such place, or nothing may be made there. Choose another folder by --out DIR.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path}: there is ${leadsNowhere(path) ? 'a link that leads nowhere' : 'a file'} where a folder is expected. Move it away and run the command again.`;
    case 'ENAMETOOLONG':
      return `${path}: this path is too long. Give a shorter one.`;
    case 'ELOOP':
      return `${path}: a link in this path leads back to itself. Give the file or folder that is meant.`;
    case 'EMFILE':
    case 'EIO':
      return `${path}: the disk could not be read or written (${code}). Run the command again.`;
    default:
      return undefined;
  }
}
