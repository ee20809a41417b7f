import { siteRoot } from '../../src/lib/book/addresses.ts';
import { parseCommandLine, UsageError } from '../lib/command-line.ts';

/** What `npm run slides:check` is to check. */
export interface CheckOptions {
  files: string[];
  fix: boolean;
  /** Addresses of the site; without any, the shape of an address decides. */
  sites: string[];
  /** `shelf.yaml`, or the address of a shelf's home, whose handbooks are checked instead of this one. */
  shelf: string | undefined;
}

/** How to call the command. */
export const usage = `Usage: npm run slides:check -- [--fix] [--site ADDRESS]… [--shelf SHELF] FILE…
  FILE             .pptx, .odp, .pdf, .html or .md
  --fix            write a copy of each .pptx with its moved links mended, as NAME.fixed.pptx
  --site ADDRESS   where the handbook is published; default: SITE_URL and BASE_PATH, else any address of its shape
  --shelf SHELF    a shelf.yaml or the address of a shelf: links to each of its handbooks, and its own permanent addresses;
                   --site then says where the shelf is`;

/** Endings of files that can be checked. */
export const readable = ['.pptx', '.odp', '.pdf', '.html', '.htm', '.md'];

/**
 * Read the command line.
 * @param environment has SITE_URL and BASE_PATH, the site if no option names one
 * @throws UsageError if it names no file, or one with another ending
 */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): CheckOptions {
  const { values, positionals: files } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      fix: { type: 'boolean', default: false },
      site: { type: 'string', multiple: true, default: [] },
      shelf: { type: 'string' },
    },
  });
  if (files.length === 0) throw new UsageError('Expected a file to check, found none.');
  for (const file of files) {
    if (!readable.some((extension) => file.toLowerCase().endsWith(extension)))
      throw new UsageError(`${file}: expected a file that ends in ${readable.join(', ')}.`);
  }
  const { SITE_URL, BASE_PATH } = environment;
  const sites = [...values.site];
  if (sites.length === 0 && SITE_URL !== undefined) {
    const { origin, base } = siteRoot(SITE_URL, BASE_PATH);
    sites.push(`${origin}${base}`);
  }
  return { files, fix: values.fix, sites, shelf: values.shelf };
}
