import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Header that the desk's own page sends its token in. */
export const tokenHeader = 'x-desk-token';
/** Names of this machine in addresses. */
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackAddress = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

type Request = Pick<IncomingMessage, 'headers' | 'method' | 'socket'>;

/** Why a request is refused. */
export type Refusal = 'not from this machine' | 'another host' | 'another origin' | 'wrong token';

/**
 * Why a request is refused; `undefined` if it is not. It must come from this machine, and to one of its own names, since another
 * site's name may lead here (DNS rebinding). A page of another site may not send it.
 */
export function refusalOf({ headers, socket }: Request, port: number): Refusal | undefined {
  if (!loopbackAddress.test(socket.remoteAddress ?? '')) return 'not from this machine';
  const host = nameAndPort(headers.host ?? '');
  if (!host || !loopbackNames.has(host.name) || host.port !== port) return 'another host';
  const site = headers['sec-fetch-site'];
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  // A link on another page may open the desk: the token in the address decides then.
  const isOpened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (isElsewhere && !isOpened) return 'another origin';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host ?? ''}`) return 'another origin';
  return undefined;
}

/** Whether a request has the desk's token, in its header or in the address. */
export function hasToken(
  { headers }: Pick<Request, 'headers'>,
  query: URLSearchParams,
  token: string,
): boolean {
  const header = headers[tokenHeader];
  const given = typeof header === 'string' ? header : (query.get('token') ?? '');
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function nameAndPort(host: string): { name: string; port: number } | undefined {
  const match = /^(\[[\da-f:]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(host);
  return match?.[1] === undefined
    ? undefined
    : { name: match[1].toLowerCase(), port: Number(match[2] ?? 80) };
}
