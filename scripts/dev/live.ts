import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { addressOf, decodedPath } from '../lib/request-address.ts';

/** The Vite server that Astro develops with. */
export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Answers a request, or hands it on. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Answers requests from what was made of the text, until a change of the text is reported. */
export interface Live {
  middleware: Middleware;
  forget: () => void;
}

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.wasm': 'application/wasm',
};

/** Path of a request below the site's base, without query; `undefined` for one outside and for what is no path. */
export function pathBelow(base: string, url?: string): string | undefined {
  const pathname = addressOf(url)?.pathname;
  return pathname?.startsWith(base) === true ? decodedPath(pathname.slice(base.length)) : undefined;
}

/** Send a file, to be asked for anew each time. */
export function answer(response: ServerResponse, path: string, content: Uint8Array): void {
  response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', 'no-store');
  response.end(content);
}
