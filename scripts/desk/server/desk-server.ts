import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf } from '../../lib/request-address.ts';
import { EditError } from '../protocol/edit-error.ts';
import { Bundle } from './bundle.ts';
import { hasToken, refusalOf } from './guard.ts';
import { headers, page } from './page.ts';
import { keepSource } from './new-book.ts';
import { readBody } from './read-body.ts';
import { routes, type Callable } from './routes.ts';

/** What the desk's server works with. */
export interface DeskServerOptions {
  desk: Callable;
  token: string;
  /** Port that the site is served on. */
  port: () => number;
  /** Folder that new books go into. */
  work: string;
  /** Called with the path of a new book, which the site shows from then on. */
  open: (source: string) => void;
}

/** Bytes of a message, and of a dropped file. */
const maxMessageBytes = 24_000_000;
const maxFileBytes = 200_000_000;

/** A request handler for the desk: its page, script and style, and JSON for what the page asks. */
export function deskServer(options: DeskServerOptions) {
  const bundle = new Bundle();
  const { desk, token, port } = options;
  return (request: IncomingMessage, response: ServerResponse): void => {
    serve().catch((error: unknown) => {
      // Where it broke is for whoever runs the desk; its page says what.
      console.error(error);
      say(response, 500, { fault: 'broken', detail: String(error) });
    });

    async function serve(): Promise<void> {
      const refusal = refusalOf(request, port());
      if (refusal !== undefined) {
        say(response, 403, { fault: 'refused', detail: refusal });
        return;
      }
      const address = addressOf(request.url);
      if (!address) {
        say(response, 400, { fault: 'invalid', detail: 'no path' });
        return;
      }
      const { pathname, searchParams } = address;
      if (pathname === '/desk.js') send(response, 200, 'text/javascript', await bundle.script());
      else if (pathname === '/desk.css') send(response, 200, 'text/css', await bundle.style());
      else if (!hasToken(request, searchParams, token)) {
        const detail = 'Open the address that npm run dev printed. 请用 npm run dev 打印的地址打开。';
        if (pathname === '/') send(response, 403, 'text/plain', `${detail}\n`);
        else say(response, 403, { fault: 'refused', detail: 'wrong token' });
      } else if (pathname === '/') send(response, 200, 'text/html', page);
      else if (request.method === 'POST' && pathname === '/api/new-book.json') await openBook();
      else if (request.method === 'POST') await answer(/^\/api\/([a-z-]+)\.json$/.exec(pathname)?.[1] ?? '');
      else say(response, 404, { fault: 'not-there' });
    }

    async function answer(name: string): Promise<void> {
      const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
      if (!route) {
        say(response, 404, { fault: 'not-there' });
        return;
      }
      if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? '')) {
        say(response, 415, { fault: 'invalid', detail: 'Expected JSON.' });
        return;
      }
      const body = await readBody(request, maxMessageBytes);
      const message = body && route.schema.safeParse(jsonOf(body));
      if (!message?.success) {
        say(response, body ? 400 : 413, {
          fault: 'invalid',
          detail: message?.error.issues[0]?.message ?? '',
        });
        return;
      }
      try {
        say(response, 200, await route.answer(desk, message.data as never));
      } catch (error) {
        if (!(error instanceof EditError)) throw error;
        say(response, error.fault === 'stale' ? 409 : 422, { fault: error.fault, detail: error.message });
      }
    }

    async function openBook(): Promise<void> {
      if (request.headers['content-type'] !== 'application/octet-stream') {
        say(response, 415, { fault: 'invalid', detail: 'Expected bytes.' });
        return;
      }
      const bytes = await readBody(request, maxFileBytes);
      const name = nameOf(request.headers['x-file-name']);
      const path = bytes && bytes.length > 0 ? keepSource(options.work, name, bytes) : undefined;
      if (path === undefined) {
        say(response, bytes ? 422 : 413, { fault: 'unreadable', detail: name });
        return;
      }
      say(response, 200, { opened: true });
      options.open(path);
    }
  };
}

const nameOf = (header: string | string[] | undefined): string => {
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch {
    return '';
  }
};

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function say(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  if (response.headersSent) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.end(text);
}
