import { scriptHash, type InlineScript } from './inline-scripts.ts';
import { searchOrigins } from './search-address.ts';

/**
 * The kinds of page that differ in their policy: a page of the site, one with a shelf, one to be framed
 * elsewhere, the one for pages that aren't kept offline, and one that redirects. The site's headers apply to all
 * of them.
 */
export type PolicyOf = 'page' | 'shelf' | 'embed' | 'offline' | 'redirect' | 'headers';

const hashes = (...names: InlineScript[]): string => names.map(scriptHash).join(' ');

/*
 * Scripts come from the site's own files or are named by their hash. Inline styles are allowed: nothing needs to
 * be requested before the first paint, and styles can send nothing away while every other origin is blocked.
 */
const connect = "connect-src 'self'";
const own = [
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  connect,
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
];

const sources: Record<PolicyOf, () => string[]> = {
  // English is searched by a WebAssembly module, from the dialog that every page of the site has.
  page: () => [`script-src 'self' 'wasm-unsafe-eval' ${hashes('comfort', 'late-modules')}`, ...own],
  shelf: () => [`script-src 'self' 'wasm-unsafe-eval' ${hashes('comfort', 'late-modules', 'shelf')}`, ...own],
  embed: () => [
    `script-src ${hashes('embed-height')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'none'",
  ],
  offline: () => ["style-src 'unsafe-inline'", "form-action 'none'"],
  redirect: () => [`script-src ${hashes('lead-on')}`, "style-src 'unsafe-inline'", "form-action 'none'"],
  headers: () => [
    `script-src 'self' 'wasm-unsafe-eval' ${hashes('comfort', 'late-modules', 'embed-height', 'lead-on', 'shelf')}`,
    ...own,
  ],
};

/**
 * The Content-Security-Policy of a kind of page, without `frame-ancestors`, which is for headers alone.
 *
 * @param origins Other origins that the page may ask: those of the handbooks on a shelf.
 */
export const contentPolicy = (kind: PolicyOf, origins: readonly string[] = []): string =>
  [
    "default-src 'none'",
    ...sources[kind]().map((source) =>
      source === connect ? [...new Set([connect, ...searchOrigins(), ...origins])].join(' ') : source,
    ),
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types handbook',
  ].join(';');
