import { pageEdition } from './page-language.ts';

/** The part of Trusted Types that is used here. Older browsers have none of it. */
interface Policy {
  createHTML: (markup: string) => string;
  createScriptURL: (address: string) => string;
}
interface TrustedTypes {
  createPolicy: (name: string, rules: Policy) => Policy;
}
const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (address) => address };
let policy: Policy | undefined;

/** The site's policy. A browser lets it be made once. */
function sitePolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (policy ??= trustedTypes?.createPolicy('handbook', rules) ?? rules);
}

/** Markup for `innerHTML` and the like. Only for the site's own pages and skeletons, never for what a reader typed. */
export const ownMarkup = (markup: string): string => sitePolicy().createHTML(markup);

/** Address of the site's own worker, for `register`. */
export const ownScript = (address: string): string => sitePolicy().createScriptURL(address);

/**
 * Fetch a page of this site.
 *
 * @throws Error if there is no such page, or it is of another edition than this page
 */
export async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}.`);
  const fetched = new DOMParser().parseFromString(ownMarkup(await response.text()), 'text/html');
  if ((fetched.documentElement.dataset['edition'] ?? '') !== pageEdition())
    throw new Error(`${address} is of another edition.`);
  return fetched;
}
