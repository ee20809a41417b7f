const numbers = new Map<string, number>();

/** Number the scopes of styles instead of naming them, the same on every page of a build: elements carry them by the hundred. */
export function shortScopes(html: string): string {
  return html.replace(/data-astro-cid-([a-z0-9]{8})/g, (_, scope: string) => {
    const number = numbers.get(scope) ?? numbers.size;
    numbers.set(scope, number);
    return `data-${String(number)}`;
  });
}
