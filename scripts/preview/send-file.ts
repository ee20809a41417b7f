import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import { contentType, isCompressible } from '../../src/policy/content-types.ts';
import { acceptedEncoding, type Encoding, type KeptFiles } from './kept-files.ts';

/** A file to answer with. */
export interface FoundFile {
  path: string;
  size: number;
  mtimeMs: number;
}

/** Headers that ask for a part of a file, or for a file only if it has changed. */
const conditions = [
  'range',
  'if-range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
];

/**
 * Answer with a file, compressed if the browser accepts that. The package `send` handles ranges and conditions.
 */
export async function sendFile(
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

/** Answer with the bytes of a whole file, or with 304 if the browser has them. */
function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  { file, encoding }: { file: FoundFile; encoding: Encoding },
): void {
  const modified = Math.trunc(file.mtimeMs);
  // An uncompressed file has the same tag that `send` gives it, since a later request for a range names that.
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

/** Answer with a large file, or with a part of a file. */
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
