import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { siteRoot } from '../../src/lib/addresses.ts';
import { bookFontFaces } from '../../src/share/book/font-faces.ts';
import { printPage } from '../../src/share/book/print-page.ts';
import { toSections } from '../../src/share/book/sections.ts';
import { fingerprintOf } from '../../src/share/make/fingerprint.ts';
import { readEdition } from '../../src/edition/read-edition.ts';
import { projectRoot } from '../lib/environment.ts';

const footer =
  '<div style="width:100%;text-align:center;font-size:8px"><span class="pageNumber"></span></div>';

/** Have a browser print the book. Throws where there is none to be started. */
async function print(html: string, path: string): Promise<void> {
  // Loaded here, since most builds find the book printed already.
  const { launchBrowser } = await import('../lib/browser.ts');
  const directory = await mkdtemp(join(tmpdir(), 'book-'));
  const source = join(directory, 'book.html');
  await writeFile(source, html);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(source).href);
    await page.evaluate(() => document.fonts.ready);
    const partial = `${path}.${process.pid}.tmp`;
    await page.pdf({
      path: partial,
      preferCSSPageSize: true,
      outline: true,
      tagged: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
    });
    await rename(partial, path);
  } finally {
    await browser.close();
    await rm(directory, { recursive: true });
  }
}

/** Put the book as PDF into a built site, printed anew only when something in it changed. Without a browser, the site goes without, and this says so. */
export async function writePdf(contentDir: string, distDir: string): Promise<void> {
  const root = siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']);
  const cache = join(projectRoot, '.cache', 'share', 'pdf');
  await mkdir(cache, { recursive: true });
  await mkdir(join(distDir, 'downloads'), { recursive: true });
  const kept = join(cache, `${await fingerprintOf(contentDir, root)}.pdf`);
  if (!existsSync(kept)) {
    const start = performance.now();
    try {
      const edition = await readEdition(contentDir);
      await print(printPage(toSections(edition, root), edition.names, bookFontFaces()), kept);
    } catch (error) {
      const [reason] = String(error).split('\n');
      console.error(
        `No PDF of the book was made: it takes Chrome, Chromium or Edge (CHROME_PATH names one). ${reason ?? ''}`,
      );
      return;
    }
    for (const name of await readdir(cache)) {
      if (join(cache, name) !== kept) await rm(join(cache, name));
    }
    console.log(`The book as PDF: printed in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  }
  await copyFile(kept, join(distDir, 'downloads', 'handbook.pdf'));
}
