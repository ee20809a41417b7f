/** A path that a build makes a file for, and the kind of its route. */
export interface PagePath {
  /** As Astro names it: `/rules/01-02`, `/robots.txt`. */
  pathname: string;
  type: string;
  /** The page's key, if it may be kept. */
  cacheKey?: string | undefined;
}

const withoutSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Where the file of a path is, below the site's folder. */
export function fileOf({ pathname, type }: PagePath): string {
  const path = withoutSlashes(pathname);
  if (type === 'endpoint') return path;
  if (path === '404' || path === '500') return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** The address that a path is made for: that of its request. */
export function addressOf({ pathname, type }: PagePath, base: string, origin: string): string {
  const path = withoutSlashes(pathname);
  // Astro asks for `/robots.txt`, but for a picture, whose name is a parameter of its route, as if it were a folder.
  const slashed = type === 'endpoint' ? pathname.replace(/^\/+/, '') : path === '' ? '' : `${path}/`;
  return new URL(`${base}${slashed}`, origin).href;
}
