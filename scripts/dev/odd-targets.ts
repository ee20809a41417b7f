import type { RequestListener } from 'node:http';
import type { DevServer } from './live.ts';

/**
 * Refuse requests for what is no path, such as `GET http://[ HTTP/1.1`, before they reach the development server: it reads
 * such a target as an address, outside of what catches its errors, and would end.
 */
export function refuseOddTargets({ httpServer }: Pick<DevServer, 'httpServer'>): void {
  const listeners = (httpServer?.listeners('request') ?? []) as RequestListener[];
  httpServer?.removeAllListeners('request');
  httpServer?.on('request', (request, response) => {
    if (request.url?.startsWith('/') === true)
      for (const listener of listeners) listener.call(httpServer, request, response);
    else response.writeHead(400, { 'Content-Type': 'text/plain' }).end('This is no address of a page.\n');
  });
}
