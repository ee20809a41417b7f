import { gzipSync } from 'node:zlib';
import { must } from '../../../lib/must.ts';
import { placesOf, rowWidth, type RunTable } from '../../format/run-table.ts';
import type { IndexFolder } from '../index-folder.ts';

/** Rows for each run of a handbook of middling size: one that lacks a run has all bits of it by chance one time in forty. */
const rowsPerRun = 8;
/** Rows for each run of the largest handbook, at least. */
const leastRowsPerRun = 3;
/** Bytes of a chunk. */
const chunkSize = 6000;

/**
 * Write which handbooks have which runs of characters.
 *
 * @param runs of the handbooks, in their order: hashes; `undefined` where a summary tells of none, or there is no
 *   summary.
 * @param unknown Handbooks that have a summary which tells of none.
 */
export function writeRuns(
  folder: IndexFolder,
  runs: readonly (Uint32Array | undefined)[],
  unknown: number[],
): RunTable {
  const sizes = runs.flatMap((hashes) => (hashes ? [hashes.length] : []));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const wanted = Math.max(rowsPerRun * mean, leastRowsPerRun * Math.max(0, ...sizes), 1);
  const width = rowWidth(runs.length);
  const rows = Math.max(64, Math.floor(chunkSize / width));
  const count = Math.ceil(wanted / rows);
  const chunks = Array.from({ length: count }, () => new Uint8Array(rows * width));
  for (const [book, hashes] of runs.entries())
    for (const hash of hashes ?? []) {
      const places = placesOf(hash, { count, rows });
      const chunk = must(chunks[places.chunk]);
      for (const row of places.rows) {
        const at = row * width + (book >> 3);
        chunk[at] = must(chunk[at]) | (1 << (book & 7));
      }
    }
  return {
    folder: folder.putAll(
      'runs',
      chunks.map((chunk, at) => [`${String(at)}.bin`, gzipSync(chunk, { level: 6 })]),
    ),
    count,
    rows,
    unknown,
  };
}
