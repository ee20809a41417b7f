/**
 * Which room may import which others, besides itself. A room is the folder or file with the longest matching
 * path. Imports that aren't listed are forbidden, so that dependencies have one direction.
 */
export const rooms: Record<string, readonly string[]> = {
  'src/schemas': [],
  'src/lib': ['src/schemas'],
  'src/freshness': ['src/lib'],
  'src/styles': ['src/lib'],
  'src/site.config.ts': ['src/schemas', 'src/lib'],
  'src/edition': ['src/plugins', 'src/lib', 'src/schemas', 'src/freshness'],
  'src/ledger': ['src/edition', 'src/policy', 'src/lib', 'src/schemas'],
  'src/plugins': ['src/lib', 'src/schemas'],
  'src/policy': ['src/freshness', 'src/lib', 'src/schemas'],
  'src/i18n': ['src/lib', 'src/schemas', 'src/site.config.ts'],
  'src/content.config.ts': ['src/edition', 'src/lib', 'src/schemas'],
  'src/queries': [
    ...['src/edition', 'src/ledger', 'src/plugins', 'src/i18n', 'src/freshness'],
    ...['src/lib', 'src/schemas', 'src/site.config.ts'],
  ],
  'src/search/format': ['src/lib'],
  'src/search/query': ['src/search/format', 'src/lib'],
  'src/search/browser': ['src/search/engine', 'src/search/format', 'src/search/query', 'src/lib'],
  // What a page needs to search in OpenSearch, and what loads it there.
  'src/search/engine': ['src/search/format', 'src/search/query', 'src/lib'],
  'src/search/load': [
    ...['src/search/engine', 'src/search/build', 'src/search/query', 'src/search/format'],
    ...['src/lib', 'src/schemas'],
  ],
  'src/search/build': [
    ...['src/search/format', 'src/search/query', 'src/edition', 'src/ledger', 'src/freshness'],
    ...['src/lib', 'src/schemas'],
  ],
  'src/share': [
    'src/policy',
    // Books are set from the very text of the pages.
    'src/plugins',
    ...['src/edition', 'src/ledger', 'src/freshness', 'src/styles', 'src/lib', 'src/schemas'],
    'src/site.config.ts',
  ],
  'src/offline': ['src/lib'],
  'src/offline/build': ['src/offline', 'src/share', 'src/freshness', 'src/lib'],
  'src/client': [
    'src/offline',
    ...['src/search/browser', 'src/search/engine', 'src/search/query', 'src/search/format', 'src/i18n'],
    'src/styles',
    ...['src/lib', 'src/schemas'],
  ],
  'src/integrations': [
    ...['src/client', 'src/search/build', 'src/share', 'src/plugins', 'src/edition', 'src/ledger'],
    ...['src/policy', 'src/freshness', 'src/styles', 'src/lib', 'src/schemas', 'src/site.config.ts'],
  ],
  'src/components': [
    ...['src/queries', 'src/client', 'src/share', 'src/edition', 'src/ledger', 'src/i18n', 'src/styles'],
    ...['src/policy', 'src/freshness', 'src/lib', 'src/schemas', 'src/site.config.ts'],
  ],
  // The home of a shelf of handbooks: a small site of its own.
  'src/shelf': [
    ...['src/components', 'src/client', 'src/i18n', 'src/styles', 'src/policy', 'src/lib', 'src/schemas'],
  ],
  'src/layouts': [
    ...['src/components', 'src/queries', 'src/client', 'src/i18n', 'src/styles'],
    ...['src/policy', 'src/lib', 'src/schemas', 'src/site.config.ts'],
  ],
  'src/pages': [
    ...[
      'src/layouts',
      'src/components',
      'src/queries',
      'src/client',
      'src/share',
      'src/edition',
      'src/ledger',
    ],
    ...['src/i18n', 'src/styles', 'src/lib', 'src/schemas', 'src/site.config.ts'],
  ],
  scripts: [
    ...['src/edition', 'src/ledger', 'src/freshness', 'src/lib', 'src/schemas', 'src/share', 'src/plugins'],
    ...['src/search/build', 'src/search/query', 'src/search/format', 'src/site.config.ts', 'src/styles'],
    ...['src/search/load', 'src/search/engine'],
    'src/integrations',
    'src/offline',
    'src/offline/build',
    'src/policy',
    'src/shelf',
  ],
  // The desk's window, which is made by the development server and is part of no build.
  'scripts/desk/browser': ['scripts/desk', 'src/i18n', 'src/styles', 'src/lib'],
  // The benchmark measures the search as a browser runs it.
  'scripts/bench': ['samples', 'scripts', 'src/edition', 'src/search', 'src/lib', 'src/schemas'],
  // Fuzz and trials attack what the commands and the tests share with made books, decks and seeded random numbers.
  'scripts/fuzz': [
    'samples',
    'scripts',
    'src/edition',
    'src/policy',
    'src/search/format',
    'src/search/query',
    'src/schemas',
  ],
  'scripts/trials': ['samples', 'scripts', 'src/edition', 'src/plugins', 'src/policy', 'src/lib'],
  samples: ['src/search/build', 'src/lib', 'src/schemas'],
  tests: ['samples', 'scripts', 'src'],
};

/** Rooms that stay out of reach although the room around them may be imported. */
export const closed: Record<string, readonly string[]> = {
  tests: ['scripts/bench'],
};

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** The room that a file is in; `undefined` for one in no room of the house. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];
}

/** Whether a file may import another; both paths are relative to the project, with slashes. */
export function mayImport(from: string, to: string): boolean {
  const room = roomOf(from);
  if (room === undefined) return true;
  if ((closed[room] ?? []).some((other) => within(to, other))) return false;
  // Scripts share scripts; every other room names what it uses.
  return [room, ...(rooms[room] ?? [])].some((other) => within(to, other));
}
