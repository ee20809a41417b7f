import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentType, isCompressible } from '../../src/policy/content-types.ts';

/** Below this many bytes a compressed file saves nothing. */
const minSize = 1024;

/** Write a `.gz` and a `.br` beside each text file of a built site, for hosts that send them as they are. */
export async function precompress(distDir: string): Promise<number> {
  const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && isCompressible(contentType(entry.name)),
    )
    .map((entry) => join(entry.parentPath, entry.name));
  let written = 0;
  const next = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const bytes = await readFile(file);
      if (bytes.length < minSize) continue;
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality));
      written += 2;
    }
  };
  await Promise.all(Array.from({ length: 4 }, next));
  return written;
}
