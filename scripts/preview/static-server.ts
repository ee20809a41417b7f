import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import send from 'send';
import { noWorker } from '../../src/offline/build/worker-code.ts';
import { acceptedEncoding, KeptFiles, type Encoding } from './kept-files.ts';
import { contentType, isCompressible } from '../../src/policy/content-types.ts';
import { parseHeaders, parseRedirects } from './host-files.ts';
import { isHidden, requestedPath } from './requested-path.ts';

export interface ServeOptions {
  /** Folder that holds the built site. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Path the site lives under, with both slashes. Default: `'/'`. */
  base?: string;
  /** Address to listen on. Default: this machine alone. */
  host?: string | undefined;
  /** Whether readers may keep the site for offline. If not, a worker that was left here takes itself away. Default: `true`. */
  offline?: boolean;
  /** Whether text is sent compressed, as by a host. Default: `true`. */
  compress?: boolean;
}

export interface StaticServer {
  /** Address of the home page, with its trailing slash. */
  url: string;
  close: () => Promise<void>;
}

/** Longest that a request's headers may take to arrive, and an idle connection may stay open. */
const maxWaitMs = 15_000;

/**
 * Serve a built site as a static host does: compressed, with `_headers`, `_redirects`, and `404.html` with status 404.
 * Whatever is asked gets an answer, with the site's policy headers.
 *
 * @throws The `listen` error, such as EADDRINUSE.
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
        // A file went away while it was read.
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

/** How a site answers requests. */
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

interface FoundFile {
  path: string;
  size: number;
  mtimeMs: number;
}

/** The file for a path: itself, or a folder's page; `folder` if the last slash was left out. */
async function fileAt(directory: string, path: string): Promise<FoundFile | 'folder' | undefined> {
  const full = join(directory, path.endsWith('/') ? `${path}index.html` : path);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) return { path: full, size: found.size, mtimeMs: found.mtimeMs };
  return found?.isDirectory() && existsSync(join(full, 'index.html')) ? 'folder' : undefined;
}

/** The file once a new site has taken the place of the former one: for a moment there is none. */
async function afterChange(directory: string, path: string): ReturnType<typeof fileAt> {
  if (!existsSync(directory)) await sleep(20);
  return await fileAt(directory, path);
}

/** Headers that ask for a part of a file, or for one only if it has changed. */
const conditions = [
  'range',
  'if-range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
];

/**
 * Answer with a file, compressed if the browser accepts that and it is smaller. Ranges and conditions are read
 * by `send`.
 */
async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  kept: KeptFiles,
): Promise<void> {
  const type = contentType(file.path);
  response.setHeader('Content-Type', type);
  if (isCompressible(type)) response.setHeader('Vary', 'Accept-Encoding');
  const encoding =
    isCompressible(type) && request.headers.range === undefined
      ? acceptedEncoding(request.headers['accept-encoding'])
      : 'identity';
  const isPlain = conditions.every((name) => request.headers[name] === undefined);
  const bytes = encoding !== 'identity' || isPlain ? await kept.of(file.path, file, encoding) : undefined;
  if (bytes === undefined) sendStream(request, response, file);
  else sendBytes(request, response, bytes, { file, encoding });
}

/** Answer with a whole file's bytes, or that they are known. */
function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  { file, encoding }: { file: FoundFile; encoding: Encoding },
): void {
  const modified = Math.trunc(file.mtimeMs);
  // As it is, a file has the tag that `send` gives it: a range that is asked for later names it.
  const tag = `W/"${file.size.toString(16)}-${modified.toString(16)}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  response.setHeader('ETag', tag);
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim()) ?? [];
  if (known.includes(tag) || known.includes('*')) {
    response.writeHead(304).end();
    return;
  }
  if (encoding === 'identity') {
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Last-Modified', new Date(modified).toUTCString());
  } else response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Answer with a file that is large, or of which a part is asked for. */
function sendStream(request: IncomingMessage, response: ServerResponse, file: FoundFile): void {
  const stream = send(request, encodeURIComponent(file.path.split(/[\\/]/).at(-1) ?? ''), {
    root: join(file.path, '..'),
    cacheControl: false,
    index: false,
  });
  stream.on('error', (error: { status?: number; headers?: Record<string, string> }) => {
    for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value);
    response.setHeader('Content-Type', 'text/plain');
    response.writeHead(error.status ?? 500).end();
  });
  stream.pipe(response);
}
