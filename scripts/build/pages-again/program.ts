import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { storePlace } from '../../../src/integrations/kept-pages/store-place.ts';
import type { Store } from '../../../src/integrations/kept-pages/entries.ts';

/** What is used here of the application that Astro makes of a site's code. */
interface App {
  manifest: SSRManifest;
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** A path of the site with what renders it. */
export interface ProgramPath {
  pathname: string;
  route: RouteData;
  cacheKey?: string | undefined;
}

export interface Program {
  base: string;
  paths: () => Promise<ProgramPath[]>;
  render: (path: ProgramPath, address: string) => Promise<Buffer>;
}

/** Astro joins a route's pattern and its component by this. */
const keySeparator = '&';

/**
 * Load the program that a former build made of the site's code, and hand it the book's entries. It wants to know of its build only which styles a
 * route has, which its own manifest tells as well.
 */
export async function loadProgram(file: string, store: Store): Promise<Program> {
  Object.assign(globalThis, { [Symbol.for(storePlace)]: store });
  const { app } = (await import(pathToFileURL(file).href)) as { app: App };
  const { base, routes } = app.manifest;
  app.setInternals({
    pagesByKeys: new Map(
      routes.map(({ routeData, styles }) => [
        `${routeData.route}${keySeparator}${routeData.component}`,
        { styles: styles.map((sheet, order) => ({ depth: 0, order, sheet })) },
      ]),
    ),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => undefined } } },
  });
  return {
    base: `${base.replace(/\/$/, '')}/`,
    paths: () => new StaticPaths(app).getAll(),
    async render({ pathname, route }, address) {
      const response = await app.render(new Request(address), { routeData: route });
      if (response.status !== 200 && !(response.status === 404 && pathname === '/404'))
        throw new Error(`Expected a page at ${pathname}, found the status ${String(response.status)}.`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
