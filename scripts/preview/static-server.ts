import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from '@polka/compression';
import sirv from 'sirv';
import { parseHeaders, parseRedirects } from './host-files.ts';

export interface ServeOptions {
  /** Folder that holds the built site. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Path the site lives under, with both slashes. Default: `'/'`. */
  base?: string;
}

export interface StaticServer {
  /** Address of the home page, with its trailing slash. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Up to quality 9 brotli guesses from samples, and a page may come out a tenth larger for a word more; from 10 on it
 * reckons. The middleware takes zlib's options, which its types leave out.
 */
const brotliOptions = { [constants.BROTLI_PARAM_QUALITY]: 10 };

/**
 * Serve a built site as a static host does: brotli, `_headers`, `_redirects`, and `404.html` with status 404.
 *
 * @throws The `listen` error, such as EADDRINUSE.
 */
export async function serveDirectory({ directory, port, base = '/' }: ServeOptions): Promise<StaticServer> {
  const read = (name: string): string => {
    const path = join(directory, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const redirects = parseRedirects(read('_redirects'));
  const headersOf = parseHeaders(read('_headers'));
  const files = sirv(directory, { etag: true });
  const compress = compression({
    brotli: brotliOptions as unknown as boolean,
    level: 9,
    mimes: /text|javascript|json|xml|svg|wasm|manifest/i,
  });
  const notFound = (response: ServerResponse): void => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(read('404.html') || 'Not found');
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) {
      notFound(response);
      return;
    }
    const path = pathname.slice(base.length - 1);
    for (const [name, value] of headersOf(path)) response.setHeader(name, value);
    const redirect = redirects.get(path) ?? redirects.get(path.replace(/\/$/, ''));
    if (redirect !== undefined) {
      response.writeHead(redirect.status, { Location: base.slice(0, -1) + redirect.to });
      response.end();
      return;
    }
    request.url = (request.url ?? '/').slice(base.length - 1);
    files(request, response, () => {
      notFound(response);
    });
  };

  const server = createServer((request, response) => {
    compress(request, response, () => {
      handle(request, response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${actual}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
