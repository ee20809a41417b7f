/** Stands in the middleware's code for the names of all scopes of styles. */
export const scopesPlace = '"all scopes of styles"';

const scope = /data-astro-cid-([a-z0-9]{8})/g;

/** A Vite plugin: writes into the middleware which scopes of styles the components of the site have. */
export function listScopes() {
  const found = new Set<string>();
  return {
    name: 'list-scopes',
    enforce: 'post' as const,
    transform: (code: string): undefined => {
      for (const [, name = ''] of code.matchAll(scope)) found.add(name);
    },
    renderChunk: (code: string) =>
      code.includes(scopesPlace)
        ? { code: code.replaceAll(scopesPlace, JSON.stringify([...found].sort().join(' '))), map: null }
        : null,
  };
}
