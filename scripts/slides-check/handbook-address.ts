import { codePattern } from '../../src/schemas/code-pattern.ts';

/** What an address of the handbook names. */
export type Named =
  | { by: 'code'; code: string }
  /** As the ledger has it: `/rules/01-02/`. */
  | { by: 'number'; address: string };

export interface HandbookAddress {
  named: Named;
  /** Origin and base path of the site that the address is on: `https://example.org/book/`. */
  site: string;
  /** `en/` where it leads to an English page. */
  language: string;
}

const shape = new RegExp(
  String.raw`^(?<base>(?:/[^/]+)*?)/(?<language>en/)?(?:r/(?<code>${codePattern})|(?:embed/)?(?<kind>rules|cases|chapters)/(?<id>\d{2,}(?:-\d+){0,2}))(?:/[^/]*)?$`,
);
const depth: Record<string, number> = { chapters: 1, rules: 2, cases: 3 };

/**
 * Tell whether an address leads to the handbook, and to what there.
 *
 * @param sites Addresses of the site, such as `https://example.org/book/`. Without any, the shape of the path decides.
 */
export function handbookAddress(text: string, sites: readonly string[]): HandbookAddress | undefined {
  // Programs put what they take for a fragment or a query into the path, coded once more.
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
