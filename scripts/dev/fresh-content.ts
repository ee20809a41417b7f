import type { DevServer, Middleware } from './live.ts';

const contentStore = /astro:data-layer-content$/;
/** Milliseconds that a page in the making may take before content is shown without waiting for it. */
const maxWaitMs = 5000;
/** Milliseconds within which Astro calls to reload for files that were shown already. */
const lateMs = 3000;

/**
 * Makes pages show the current content. Astro reloads open pages several times while it is still reading, and
 * such a page then keeps outdated modules. So its reload calls are held back until everything is read. Then,
 * when no page is being rendered, the content store and all modules that import it are dropped, and pages are
 * reloaded once. Astro calls again some 400 ms later, when it has seen the files change: that is held back, too,
 * unless something else changed meanwhile.
 * @param isContent whether a file is one that the ingest or Astro writes for an edited text
 */
export function freshContent(server: DevServer, isContent: (path: string) => boolean) {
  let making = 0;
  let asked = 0;
  let shown = 0;
  let held = false;
  let heldUntil = 0;
  const { hot } = server.environments.client;
  const send = hot.send.bind(hot) as (...message: unknown[]) => void;
  hot.send = (...message: unknown[]) => {
    const [payload] = message;
    const reloads = typeof payload === 'object' && (payload as { type?: string }).type === 'full-reload';
    if (!(reloads && (held || performance.now() < heldUntil))) send(...message);
  };
  server.watcher.on('all', (_, path) => {
    if (!isContent(path)) heldUntil = 0;
  });
  const reload = () => {
    send({ type: 'full-reload', path: '*' });
  };
  // A page that was asked for too early, and so connects only when the call to reload is over.
  server.ws.on('connection', () => {
    if (asked < shown) reload();
  });
  const middleware: Middleware = (request, response, next) => {
    if (request.headers.accept?.includes('text/html') === true) {
      asked = performance.now();
      making += 1;
      response.once('close', () => {
        making -= 1;
      });
    }
    next();
  };
  const show = async () => {
    const end = performance.now() + maxWaitMs;
    while (making > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    forgetContent(server);
    held = false;
    shown = performance.now();
    heldUntil = shown + lateMs;
    reload();
  };
  return {
    middleware,
    /** From now on, until {@link show} or {@link release}, Astro's calls to reload are held back. */
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
    },
    show,
  };
}

/** The store is loaded anew, and what imports it runs anew: its code is as it was, and need not be read again. */
function forgetContent(server: DevServer): void {
  for (const environment of Object.values(server.environments)) {
    if (environment.name === 'client') continue;
    const stores = [...environment.moduleGraph.idToModuleMap.values()].filter(({ id }) =>
      contentStore.test(id ?? ''),
    );
    for (const store of stores) environment.moduleGraph.invalidateModule(store, undefined, Date.now(), true);
    const forgotten = new Set(stores);
    // A set may grow while it is walked.
    for (const { importers } of forgotten) for (const importer of importers) forgotten.add(importer);
    if ('runner' in environment) {
      const { evaluatedModules } = environment.runner as RunnerOf;
      for (const { id } of forgotten) {
        const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
        if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
      }
    }
    environment.hot.send('astro:content-changed', {});
  }
}

/** The part of Vite's module runner that is used here. */
interface RunnerOf {
  evaluatedModules: {
    getModuleById: (id: string) => object | undefined;
    invalidateModule: (module: object) => void;
  };
}
