import type { AstroIntegration } from 'astro';
import { listScopes } from './scopes.ts';

/**
 * Modules come after the first paint: in each built page, `middleware.ts` makes a list of addresses of their tags, which
 * `client/early/late-modules.ts`, a script inside the page, loads once the text is shown.
 */
export function lateModules(): AstroIntegration {
  return {
    name: 'late-modules',
    hooks: {
      'astro:config:setup': ({ addMiddleware, updateConfig }) => {
        addMiddleware({ entrypoint: new URL('./middleware.ts', import.meta.url), order: 'post' });
        updateConfig({ vite: { plugins: [listScopes()] } });
      },
    },
  };
}
