import { scriptHash, type InlineScript } from './inline-scripts.ts';

/**
 * What a page is, as far as its policy goes: one of the site's own, one of those with a shelf, one for a frame elsewhere, the one for what isn't kept, or one that leads on. The
 * site's headers hold for all of them.
 */
export type PolicyOf = 'page' | 'shelf' | 'embed' | 'offline' | 'redirect' | 'headers';

const hashes = (...names: InlineScript[]): string => names.map(scriptHash).join(' ');

/*
 * Scripts come from the site's own files or are named by their hash. Styles may stand in the page: they come with it so
 * that nothing is asked for before the first paint, and with every other origin shut out they can send nothing anywhere.
 */
const own = [
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
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

/** The Content-Security-Policy of a kind of page, without `frame-ancestors`, which only a header can say. */
export const contentPolicy = (kind: PolicyOf): string =>
  [
    "default-src 'none'",
    ...sources[kind](),
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types handbook',
  ].join(';');
