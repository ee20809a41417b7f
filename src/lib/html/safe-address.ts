/** A made-up origin of the site: an address that resolves to another origin leads outside. */
const here = 'https://here.invalid/a/b/';

function resolved(address: string): URL | undefined {
  try {
    return new URL(address, here);
  } catch {
    return undefined;
  }
}

/** Whether a link in a text may lead there: a page of this site, of the web, or a mail address. */
export const isSafeLink = (address: string): boolean =>
  ['http:', 'https:', 'mailto:'].includes(resolved(address)?.protocol ?? '');

/** Whether a picture in a text is the site's own. A page asks nothing of other origins. */
export const isOwnPicture = (address: string): boolean => resolved(address)?.origin === new URL(here).origin;
