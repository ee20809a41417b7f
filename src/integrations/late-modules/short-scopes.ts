const numbers = new Map<string, number>();

function numbered(markup: string): string {
  return markup.replace(/data-astro-cid-([a-z0-9]{8})/g, (_, scope: string) => {
    const number = numbers.get(scope) ?? numbers.size;
    numbers.set(scope, number);
    return `data-${String(number)}`;
  });
}

/** Styles and tags, whose values may hold a `>`; what a page says stands between them. */
const stylesAndTags = /<style\b[^>]*>[\s\S]*?<\/style>|<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Number the scopes of styles instead of naming them, the same on every page of a build: elements carry them by the hundred. */
export const shortScopes = (html: string): string => html.replace(stylesAndTags, numbered);
