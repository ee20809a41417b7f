/**
 * Where an engine answers searches, with a slash at the end: an address, or a path of the site itself. `undefined` where the
 * text is neither. An address gets into a content policy, where `;` and `*` mean something: a host has neither.
 */
export function searchAddress(text: string): string | undefined {
  if (/^\/(?:[\w.~-]+\/?)*$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text)) return withSlash(text);
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const { protocol, host, pathname, username, password } = url;
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || /[?#]/.test(text))
    return undefined;
  if (!/^(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d+)?$/.test(host)) return undefined;
  return withSlash(`${url.origin}${pathname}`);
}

const withSlash = (text: string): string => (text.endsWith('/') ? text : `${text}/`);

/** Other origins that the site's own pages ask: that of the engine, if it is not the site's. */
export function searchOrigins({ SEARCH_URL = '' } = process.env as { SEARCH_URL?: string }): string[] {
  const address = searchAddress(SEARCH_URL);
  return address === undefined || address.startsWith('/') ? [] : [new URL(address).origin];
}
