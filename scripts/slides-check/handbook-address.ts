import { codePattern } from '../../src/schemas/code-pattern.ts';

/** What an address of the handbook names: an entry by its code or by its number. */
export type Named =
  | { by: 'code'; code: string }
  /** `address` as in the ledger: `/rules/01-02/`. */
  | { by: 'number'; address: string };

/** An address that leads to the handbook. */
export interface HandbookAddress {
  named: Named;
  /** Origin and base path of the site that the address is on: `https://example.org/book/`. */
  site: string;
  /** `en/` if it leads to an English page, else empty. */
  language: string;
}

const shape = new RegExp(
  String.raw`^(?<base>(?:/[^/]+)*?)/(?<language>en/)?(?:r/(?<code>${codePattern})|(?:embed/)?(?<kind>rules|cases|chapters)/(?<id>\d{2,}(?:-\d+){0,2}))(?:/[^/]*)?$`,
);
/** Numbers in the id of each kind. */
const depth: Record<string, number> = { chapters: 1, rules: 2, cases: 3 };

/**
 * Parse an address of the handbook; `undefined` if it is none.
 *
 * @param sites addresses of the site, such as `https://example.org/book/`; without any, the shape of the path decides
 */
export function handbookAddress(text: string, sites: readonly string[]): HandbookAddress | undefined {
  // Some programs encode a fragment or query once more, so that it becomes part of the path.
  const cleaned = text
    .trim()
    .replace(/%23.*$/i, '')
    .replace(/%3f.*$/i, '');
  let url: URL;
  try {
    url = new URL(
      /^[a-z]+:\/\//i.test(cleaned) || cleaned.startsWith('/') ? cleaned : `https://${cleaned}`,
      sites[0] ?? 'https://handbook.invalid/',
    );
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const { base = '', language = '', code, kind, id } = shape.exec(url.pathname)?.groups ?? {};
  if (code === undefined && (kind === undefined || id?.split('-').length !== depth[kind])) return undefined;
  const site = `${url.host}${base}/`;
  const known = sites.map((each) => each.replace(/^https?:\/\//, '').replace(/\/?$/, '/'));
  if (known.length > 0 && !known.includes(site)) return undefined;
  const named: Named =
    code === undefined ? { by: 'number', address: `/${kind}/${id}/` } : { by: 'code', code };
  return { named, site: `${url.protocol}//${site}`, language };
}
