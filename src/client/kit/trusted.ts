import { pageEdition } from './page-language.ts';

/** The part of Trusted Types that is used here; older browsers don't have it. */
interface Policy {
  createHTML: (markup: string) => string;
  createScriptURL: (address: string) => string;
}
interface TrustedTypes {
  createPolicy: (name: string, rules: Policy) => Policy;
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (address) => address };
const policy = trustedTypes?.createPolicy('handbook', rules) ?? rules;

/** The one place where text becomes markup: the site's own pages and skeletons, never what a reader typed. */
export const ownMarkup = (markup: string): string => policy.createHTML(markup);

/** Address of the site's own worker. */
export const ownScript = (address: string): string => policy.createScriptURL(address);

/**
 * Fetch a page of this site.
 *
 * @throws If there is no such page, or it is of another edition than this page is.
 */
export async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}.`);
  const fetched = new DOMParser().parseFromString(ownMarkup(await response.text()), 'text/html');
  if ((fetched.documentElement.dataset['edition'] ?? '') !== pageEdition())
    throw new Error(`${address} is of another edition.`);
  return fetched;
}
