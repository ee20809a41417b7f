import { basename, join, resolve } from 'node:path';
import { parseCommandLine, UsageError } from '../../lib/command-line.ts';
import { callerDirectory, projectRoot } from '../../lib/environment.ts';
import { encodingNamed, encodings, type Encoding } from '../source/text/decode.ts';

export interface Options {
  /** The source's path, and as it is shown. */
  source: string;
  name: string;
  out: string;
  encoding: Encoding | undefined;
  dryRun: boolean;
  force: boolean;
  /** Let more than a tenth of the permanent codes be retired at once. */
  retire: boolean;
}

export const usage = `Usage: npm run ingest -- [SOURCE] [--out DIR] [--encoding NAME] [--dry-run] [--force] [--retire]

  SOURCE           the book: .txt .md .docx .epub .html .pdf, told by what is in it, or a folder of Markdown;
                   default: content/source/companion.txt
  --out DIR        where chapters/, rules/, cases/, front/ and report.json go; default: content
  --encoding NAME  ${encodings.join(', ')}; default: told from the text
  --dry-run        print the outline and write nothing
  --force          write over files that were edited by hand
  --retire         let more than a tenth of the permanent codes be retired at once`;

/**
 * Read the command line. Paths are relative to where the command was called.
 * @throws UsageError if it has an option that isn't known
 */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      encoding: { type: 'string' },
      'dry-run': { type: 'boolean' },
      force: { type: 'boolean' },
      retire: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return 'help';
  if (positionals.length > 1)
    throw new UsageError(`Expected one source but found ${positionals.length}: ${positionals.join(', ')}.`);
  const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding);
  if (values.encoding !== undefined && encoding === undefined) {
    throw new UsageError(
      `The encoding “${values.encoding}” is not supported. Use one of ${encodings.join(', ')}.`,
    );
  }
  const source =
    positionals[0] === undefined
      ? join(projectRoot, 'content', 'source', 'companion.txt')
      : resolve(callerDirectory, positionals[0]);
  return {
    source,
    name: basename(source),
    out: values.out === undefined ? join(projectRoot, 'content') : resolve(callerDirectory, values.out),
    encoding,
    dryRun: values['dry-run'] ?? false,
    force: values.force ?? false,
    retire: values.retire ?? false,
  };
}
