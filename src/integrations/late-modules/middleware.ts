import { defineMiddleware } from 'astro:middleware';
import { finishPage } from './finish-page.ts';

/** Finish each built page; in development pages stay as they are. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const built = import.meta.env.PROD && response.headers.get('Content-Type')?.startsWith('text/html');
  return built ? new Response(finishPage(await response.text()), response) : response;
});
