import { fingerprintOf, type Dependencies } from './fingerprint.ts';

/** The code that makes what is kept between builds: files, which count with all that they import, and whole folders. */
export const makers = {
  /** The ready site of `npm start`. */
  site: ['astro.config.mjs', 'src', 'scripts'],
  /** Entries rendered by Astro, and pages. */
  entries: ['astro.config.mjs', 'src'],
  /** The worker that serves what was kept offline. */
  offline: ['src/offline/worker', 'src/offline/build/worker-code.ts'],
  /** What makes pages without Astro. */
  pagesAgain: ['scripts/build/pages-again/worker.ts'],
  /** What leaves the site, with its ways on. Scripts inside redirect pages are read by name. */
  share: ['src/share/make/write-share-files.ts', 'src/client/early'],
  card: ['src/share/card/card-png.ts'],
  pptx: ['src/share/slides/pptx.ts'],
  epub: ['src/share/book/epub.ts'],
  qr: ['src/share/qr.ts'],
  /** The typesetter's own program is read by name. */
  pdf: ['src/share/pdf'],
  search: ['src/search/build/build.ts'],
  /** What an ingest writes. */
  ingest: ['scripts/ingest.ts', 'scripts/ingest'],
  /** Texts of built pages, as they are searched. */
  pageText: ['src/search/build/read-page.ts'],
  /** What characters are in the other script, and how they are read. */
  characters: ['src/search/build/tables.ts'],
  /** How large files are on the way. */
  packedSizes: [],
  /** Types of what pages read of the content. */
  contentTypes: ['src/content.config.ts'],
  /** Titles cut into words. */
  titles: ['src/components/text/title-words.ts'],
  /** Bodies of entries as plain text. */
  body: ['src/edition/texts/body.ts'],
  yaml: ['src/lib/yaml-value.ts'],
  /** What hand-kept files hold, read and checked. */
  handKept: ['src/lib/yaml-value.ts', 'src/schemas'],
} as const satisfies Record<string, readonly string[]>;
export type Maker = keyof typeof makers;

/** Fingerprint of a kept thing: of its maker's code, and of what it is made from. */
export const fingerprintFor = (maker: Maker, from: Omit<Dependencies, 'code'> = {}): string =>
  fingerprintOf({ ...from, code: makers[maker] });
