import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBookName } from '../../src/search/engine/names.ts';
import { searchAddress } from '../../src/policy/search-address.ts';

/** The project's folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder that the command was called in. npm changes into the project's folder before it starts a script. */
export const callerDirectory = process.env['INIT_CWD'] ?? process.cwd();

/** Where content comes from and where the site goes, by environment variables. */
export function siteEnvironment(): {
  contentDir: string;
  distDir: string;
  base: string;
  port: number;
  /** Address to listen on; absent for this machine alone. */
  host: string | undefined;
} {
  const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
  return {
    contentDir: resolve(projectRoot, process.env['CONTENT_DIR'] ?? 'content'),
    distDir: resolve(projectRoot, process.env['DIST_DIR'] ?? 'dist'),
    base,
    port: Number(process.env['PORT'] ?? 4321),
    host: process.env['HOST'] === '' ? undefined : process.env['HOST'],
  };
}

/** A sentence for each wrong value of the environment: its name, what was expected, what was found. */
export function environmentProblems(env: Record<string, string | undefined> = process.env): string[] {
  const { PORT, SITE_URL, BASE_PATH } = env;
  const problems: string[] = [];
  if (PORT !== undefined && !(/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65535))
    problems.push(`PORT: expected a number from 0 to 65535, found “${PORT}”. Example: PORT=4322`);
  const url = SITE_URL !== undefined && URL.canParse(SITE_URL) ? new URL(SITE_URL) : undefined;
  if (SITE_URL !== undefined && !/^https?:$/.test(url?.protocol ?? ''))
    problems.push(
      `SITE_URL: expected the origin where the site will be, found “${SITE_URL}”. Example: SITE_URL=https://example.org`,
    );
  else if (url && (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== ''))
    problems.push(
      `SITE_URL: expected an origin without a path, found “${SITE_URL ?? ''}”. Give the path as BASE_PATH: SITE_URL=${url.origin} BASE_PATH=${url.pathname}`,
    );
  if (BASE_PATH !== undefined && !/^[\w./~-]*$/.test(BASE_PATH.replace(/(?:^|\/)\.{1,2}(?=\/|$)/g, '?')))
    problems.push(
      `BASE_PATH: expected a path of letters, digits, “-”, “_” and “.”, found “${BASE_PATH}”. Example: BASE_PATH=/handbook/`,
    );
  return [...problems, ...searchProblems(env)];
}

/** The same for the address of a search engine. */
function searchProblems({ SEARCH_URL, SEARCH_BOOK, SITE_URL }: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  if (SEARCH_BOOK !== undefined && !isBookName(SEARCH_BOOK))
    problems.push(
      `SEARCH_BOOK: expected the name that the handbook was loaded by (letters, figures, “-” and “_”), found “${SEARCH_BOOK}”. Example: SEARCH_BOOK=sales`,
    );
  if (SEARCH_URL === undefined) return problems;
  if (searchAddress(SEARCH_URL) === undefined)
    problems.push(
      `SEARCH_URL: expected where nginx answers the stored searches, as an address without user, query or “#”, or as a path on the site itself, found “${SEARCH_URL}”. Example: SEARCH_URL=https://search.example.org/search-engine/ or SEARCH_URL=/search-engine/`,
    );
  else if (/^https:/i.test(SITE_URL ?? '') && /^http:/i.test(SEARCH_URL))
    problems.push(
      `SEARCH_URL: expected https, since browsers let no page of ${SITE_URL ?? ''} ask “${SEARCH_URL}”. Example: SEARCH_URL=https://search.example.org/search-engine/`,
    );
  return problems;
}

/** If a value of the environment is wrong, print why and end with exit code 1. */
export function checkEnvironment(): void {
  const problems = environmentProblems();
  if (problems.length === 0) return;
  console.error(problems.join('\n'));
  process.exit(1);
}

/**
 * Environment of a build that will be published: pages of a development build have no content policy. Test runners set PROD
 * and DEV, and Astro believes them, so both are set here.
 */
export const madeToPublish = { NODE_ENV: 'production', MODE: 'production', PROD: 'true', DEV: '' };
