import type { IncomingMessage, RequestListener } from 'node:http';
import { addressOf, decodedPath } from '../lib/request-address.ts';
import type { DevServer } from './live.ts';

/** What browsers and the desk ask by. */
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/**
 * Refuse what is no request for a page before it reaches the development server. It reads a target such as `http://[` as an
 * address, outside of what catches its errors, and would end; at `/%`, or TRACE, it fails with a page for its developers, and
 * to a host that is none it never answers.
 */
export function refuseOddRequests({ httpServer }: Pick<DevServer, 'httpServer'>): void {
  const listeners = (httpServer?.listeners('request') ?? []) as RequestListener[];
  httpServer?.removeAllListeners('request');
  httpServer?.on('request', (request, response) => {
    const refusal = refusalOf(request);
    if (refusal === undefined) for (const listener of listeners) listener.call(httpServer, request, response);
    else {
      const { status, reason } = refusal;
      response
        .writeHead(status, { 'Content-Type': 'text/plain', Allow: methods.join(', ') })
        .end(`${reason}\n`);
    }
  });
}

function refusalOf({
  method = '',
  url,
  headers: { host },
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): { status: number; reason: string } | undefined {
  if (!methods.includes(method)) return { status: 405, reason: 'Pages are asked for by GET.' };
  if (host !== undefined && !URL.canParse(`http://${host}/`))
    return { status: 400, reason: 'This is no host.' };
  const pathname = addressOf(url)?.pathname;
  return pathname === undefined || decodedPath(pathname) === undefined
    ? { status: 400, reason: 'This is no address of a page.' }
    : undefined;
}
