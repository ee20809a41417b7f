import { defineMiddleware } from 'astro:middleware';
import { makePage } from '../../freshness/shown.ts';
import { finishPage } from './finish-page.ts';

/** Names of all scopes of styles; written in by `scopes.ts` when the code is bundled. */
const scopes = 'all scopes of styles'.split(' ');

/** Finish each built page; in development pages stay as they are. */
export const onRequest = defineMiddleware((context, next) => {
  if (!import.meta.env.PROD) return next();
  return makePage(context.url.pathname, async () => {
    const response = await next();
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
    return isPage ? new Response(finishPage(await response.text(), scopes), response) : response;
  });
});
