import { parseCommandLine, UsageError } from '../lib/command-line.ts';
import { parseShard, type Shard } from './shards.ts';

export interface ShelfOptions {
  /** The list of handbooks. */
  list: string;
  out: string;
  /** Build only a share of the handbooks that are listed by folder, and no home. */
  shard: Shard | undefined;
  /** Make only the home, of handbooks that are built. */
  home: boolean;
}

export const usage = `Usage: npm run shelf -- [shelf.yaml] [--shard I/N | --home] [--out dist-shelf]
  --shard I/N   build the Ith of N shares of the handbooks that are listed by folder, and nothing else
  --home        make the home of handbooks that stand in the output already, as all shards have built them`;

/** @throws UsageError */
export function readOptions(args: string[]): ShelfOptions {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'dist-shelf' },
      shard: { type: 'string' },
      home: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1) throw new UsageError('Expected one list of handbooks.');
  const shard = values.shard === undefined ? undefined : parseShard(values.shard);
  if (values.shard !== undefined && shard === undefined)
    throw new UsageError(`--shard: expected a share such as 3/8, found “${values.shard}”.`);
  if (shard && values.home) throw new UsageError('Expected --shard or --home, found both.');
  return { list: positionals[0] ?? 'shelf.yaml', out: values.out, shard, home: values.home };
}
