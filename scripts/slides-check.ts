// npm run slides:check: links to the handbook in decks and handouts, and what has become of them.
import { readFile, writeFile } from 'node:fs/promises';
import { formerAddresses } from '../src/ledger/former-addresses.ts';
import { resolveLedger } from '../src/ledger/resolve.ts';
import { currentEntries } from '../src/ledger/current-entries.ts';
import { linkedEntries, readEdition } from '../src/edition/read-edition.ts';
import { relative, resolve } from 'node:path';
import { UsageError } from './lib/command-line.ts';
import { callerDirectory, siteEnvironment } from './lib/environment.ts';
import { checkLinks, type CheckedLink } from './slides-check/check-links.ts';
import type { Slide } from './slides-check/read/document.ts';
import { fixPptx } from './slides-check/fix-pptx.ts';
import { checkShelfLinks } from './slides-check/check-shelf-links.ts';
import { readShelfWays } from './slides-check/shelf-ways.ts';
import { readBounded } from './slides-check/read/read-bounded.ts';
import { readOptions, usage, type CheckOptions } from './slides-check/options.ts';
import { reportFile } from './slides-check/report.ts';
import { complain, say } from './lib/say.ts';

type JudgeLinks = (slides: readonly Slide[]) => CheckedLink[];

/** By the ledger of the one book that is here. */
async function byBook(sites: readonly string[]): Promise<JudgeLinks> {
  const edition = await readEdition(siteEnvironment().contentDir);
  const destinations = resolveLedger(edition.ledger, currentEntries(linkedEntries(edition)));
  const ways = { destinations, former: formerAddresses(destinations.values()) };
  return (slides) => checkLinks(slides, sites, ways);
}

/** By the ledgers of a shelf's handbooks. */
async function byShelf(shelf: string, [home]: readonly string[]): Promise<JudgeLinks> {
  const where = /^https?:\/\//.test(shelf) ? shelf : resolve(callerDirectory, shelf);
  const ways = await readShelfWays(where, home?.replace(/\/?$/, '/'));
  for (const { id, problem } of ways.books)
    if (problem !== undefined) complain(`${id} could not be asked: ${problem}`);
  return (slides) => checkShelfLinks(slides, ways);
}

/** @returns Exit code: 0 every link is fine or leads on, 1 one is broken or a file can't be read. */
async function check({ files, fix, sites, shelf }: CheckOptions): Promise<number> {
  const judgeLinks = shelf === undefined ? await byBook(sites) : await byShelf(shelf, sites);
  let code = 0;
  for (const name of files) {
    const file = resolve(callerDirectory, name);
    try {
      const links = judgeLinks(await readBounded(file));
      say(reportFile(name, links));
      const changes = new Map(
        links.flatMap(({ url, instead, place }) =>
          instead === undefined || place === 'QR code' ? [] : [[url, instead]],
        ),
      );
      const mends = fix && file.toLowerCase().endsWith('.pptx') && changes.size > 0;
      if (mends) {
        const copy = file.replace(/\.pptx$/i, '.fixed.pptx');
        await writeFile(copy, fixPptx(await readFile(file), changes));
        say(`  Mended copy: ${relative(callerDirectory, copy)}`);
      }
      if (
        links.some(({ broken, url, place }) => broken && !(mends && place !== 'QR code' && changes.has(url)))
      )
        code = 1;
    } catch (error) {
      complain(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      code = 1;
    }
  }
  return code;
}

try {
  process.exitCode = await check(readOptions(process.argv.slice(2), process.env));
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) complain(usage);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
