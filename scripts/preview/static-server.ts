import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noWorker } from '../../src/offline/build/worker-code.ts';
import { contentType } from '../../src/policy/content-types.ts';
import { parseHeaders, parseRedirects } from './host-files.ts';
import { KeptFiles } from './kept-files.ts';
import { isHidden, requestedPath } from './requested-path.ts';
import { sendFile, type FoundFile } from './send-file.ts';

/** What is served, and where. */
export interface ServeOptions {
  /** Folder that holds the built site. */
  directory: string;
  /** 0: any free port. */
  port: number;
  /** Path of the site, with both slashes. Default: `'/'`. */
  base?: string;
  /** Address to listen on. Default: this machine alone. */
  host?: string | undefined;
  /** Whether readers may keep the site for offline. If not, a worker that an earlier site left removes itself. Default: `true`. */
  offline?: boolean;
  /** Whether text is compressed, as by a host. Default: `true`. */
  compress?: boolean;
}

/** A running server. */
export interface StaticServer {
  /** Address of the home page, with its trailing slash. */
  url: string;
  close: () => Promise<void>;
}

/** Milliseconds that a request may take to arrive, and that an idle connection stays open. */
const maxWaitMs = 15_000;

/**
 * Serve a built site as a static host does: compressed, with `_headers` and `_redirects`, and `404.html` with status 404. Every request
 * gets an answer with the site's policy headers.
 *
 * @throws the error of `listen`, such as EADDRINUSE
 */
export async function serveDirectory({
  directory,
  port,
  base = '/',
  host = '127.0.0.1',
  offline = true,
  compress = true,
}: ServeOptions): Promise<StaticServer> {
  const answer = siteAnswers(directory, base, offline);
  const server = createServer(
    { headersTimeout: maxWaitMs, requestTimeout: maxWaitMs },
    (request, response) => {
      if (!compress) delete request.headers['accept-encoding'];
      answer(request, response).catch(() => {
        // A file was removed while it was read.
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('The file could not be read.');
      });
    },
  );
  server.keepAliveTimeout = maxWaitMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
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

/** Milliseconds in which a new site replaces the former one. */
const replacementMs = 20;

/** A request handler for a site. */
function siteAnswers(directory: string, base: string, offline: boolean) {
  const read = (name: string): string => {
    const path = join(directory, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const redirects = parseRedirects(read('_redirects'));
  const headersOf = parseHeaders(read('_headers'));
  const kept = new KeptFiles();

  const say = (
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    page: string | Buffer,
  ): void => {
    response.statusCode = status;
    response.setHeader('Content-Type', typeof page === 'string' ? 'text/plain' : 'text/html; charset=utf-8');
    response.end(request.method === 'HEAD' ? undefined : page);
  };
  const notFound = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of headersOf('/404.html')) response.setHeader(name, value);
    const page = await fileAt(directory, '/404.html');
    const bytes = typeof page === 'object' ? await kept.of(page.path, page, 'identity') : undefined;
    say(request, response, 404, bytes ?? 'Not found');
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = requestedPath(request.url ?? '');
    const path = asked?.startsWith(base) === true ? asked.slice(base.length - 1) : undefined;
    for (const [name, value] of headersOf(path ?? '/404.html')) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      say(request, response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    if (asked === undefined) {
      say(request, response, 400, 'This is no address of a page.');
      return;
    }
    if (path === undefined || isHidden(path)) {
      await notFound(request, response);
      return;
    }
    const redirect = redirects.get(path) ?? redirects.get(`${path}/`);
    if (redirect !== undefined) {
      response.writeHead(redirect.status, { Location: base.slice(0, -1) + redirect.to }).end();
      return;
    }
    if (path === '/sw.js' && !offline) {
      response.setHeader('Content-Type', contentType(path));
      response.end(request.method === 'HEAD' ? undefined : noWorker());
      return;
    }
    const file = (await fileAt(directory, path)) ?? (await afterChange(directory, path));
    if (file === undefined) await notFound(request, response);
    else if (file === 'folder')
      response.writeHead(301, { Location: `${base.slice(0, -1)}${encodeURI(path)}/` }).end();
    else await sendFile(request, response, file, kept);
  };
}

/** The file for a path, which is a page if the path ends in a slash; `folder` if the path lacks that slash. */
async function fileAt(directory: string, path: string): Promise<FoundFile | 'folder' | undefined> {
  const full = join(directory, path.endsWith('/') ? `${path}index.html` : path);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) return { path: full, size: found.size, mtimeMs: found.mtimeMs };
  return found?.isDirectory() && existsSync(join(full, 'index.html')) ? 'folder' : undefined;
}

/** Look once more while a new site replaces the former one: for a moment there is no folder. */
async function afterChange(directory: string, path: string): ReturnType<typeof fileAt> {
  if (!existsSync(directory)) await sleep(replacementMs);
  return await fileAt(directory, path);
}
