import { lstatSync, statSync } from 'node:fs';

/**
 * A description of what is at a path if it isn't a regular file; `undefined` for a regular file or if nothing is
 * there.
 */
export function notAFile(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return undefined;
  if (found.isDirectory()) return 'a folder';
  return found.isFIFO() ? 'a pipe' : 'a device';
}

const leadsNowhere = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true &&
  statSync(path, { throwIfNoEntry: false }) === undefined;

/** A failed reading or writing in a sentence with what to do; `undefined` for an error that is none of the disk's. */
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
      return `${path}: a folder stands where a file is expected. Move it away and run the command again.`;
    case 'ENOENT':
      // Anything else that isn't there is a fault of the program.
      if (syscall !== 'mkdir') return undefined;
      return `${path}: there is no such place, or nothing may be made there. Choose another folder by --out DIR.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path}: ${leadsNowhere(path) ? 'a link that leads nowhere' : 'a file'} stands where a folder is expected. Move it away and run the command again.`;
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
