import type { APIRoute } from 'astro';
import { asset } from '../i18n/links.ts';

/** Everything may be read; the sitemap lists it. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(asset('sitemap-index.xml'), site).href}\n`);
