/** A made-up page of the site. An address that resolves to another origin leads outside. */
const anyPage = 'https://here.invalid/a/b/';

function resolved(address: string): URL | undefined {
  try {
    return new URL(address, anyPage);
  } catch {
    return undefined;
  }
}

/** Whether a link in a text may lead to an address: a page of this site or of the web, or a mail address. */
export const isSafeLink = (address: string): boolean =>
  ['http:', 'https:', 'mailto:'].includes(resolved(address)?.protocol ?? '');

/** Whether a picture in a text is the site's own. A page asks nothing of other origins. */
export const isOwnPicture = (address: string): boolean =>
  resolved(address)?.origin === new URL(anyPage).origin;
