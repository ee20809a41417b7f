import { defineMiddleware } from 'astro:middleware';
import { lateModules } from './integrations/late-modules/in-html.ts';
import { shortScopes } from './integrations/late-modules/short-scopes.ts';

/** What is done to each built page as a whole; in development pages stay as they are. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const built = import.meta.env.PROD && response.headers.get('Content-Type')?.startsWith('text/html');
  return built ? new Response(shortScopes(lateModules(await response.text())), response) : response;
});
