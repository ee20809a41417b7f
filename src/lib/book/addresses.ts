/** Languages that addresses come in: Chinese at the root, English under `en/`. */
export type Language = 'zh' | 'en';

/** Where a site lives. */
export interface SiteRoot {
  /** Origin, without a path: `https://example.org`. */
  origin: string;
  /** Path that it lives under, with both slashes. */
  base: string;
}

/** Path below the base of the language's tree. */
export const localPath = (lang: Language, path: string): string => `${lang === 'en' ? 'en/' : ''}${path}`;

/** Path of an entry's folder below the base: `rules/01-02/`. */
export const entryPath = (kind: 'chapter' | 'rule' | 'case', id: string): string => `${kind}s/${id}/`;

/** Absolute address of a path below the base. */
export const absolute = (root: SiteRoot, path: string): string => `${root.origin}${root.base}${path}`;

/** The address that leads to an entry for good. */
export const permanentAddress = (root: SiteRoot, code: string, lang: Language = 'zh'): string =>
  absolute(root, localPath(lang, `r/${code}/`));

/** Read `SITE_URL` and `BASE_PATH`. */
export function siteRoot(siteUrl = 'http://localhost:4321', basePath = '/'): SiteRoot {
  const url = new URL(siteUrl);
  return { origin: url.origin, base: `/${basePath}/`.replace(/\/+/g, '/') };
}
