/** The little of Trusted Types that is used here; older browsers have none of it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (markup: string) => string },
  ): { createHTML: (markup: string) => string };
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const rules = { createHTML: (markup: string) => markup };
const policy = trustedTypes?.createPolicy('handbook', rules) ?? rules;

/** The one place where text becomes markup: the site's own pages and skeletons, never what a reader typed. */
export const ownMarkup = (markup: string): string => policy.createHTML(markup);

/** Fetch a page of this site. */
export async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  return new DOMParser().parseFromString(ownMarkup(await response.text()), 'text/html');
}
