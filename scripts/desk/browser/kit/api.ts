import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import { EditError } from '../../protocol/edit-error.ts';

/** Why a request failed. */
export type Fault = keyof DeskMessages['faults'];

/** A request that failed, with the reason that the server gave. */
export class DeskFault extends EditError<Fault> {
  override name = 'DeskFault';
}

const tokenName = 'desk-token';

/** The token from the address that this window was opened with. */
function token(): string {
  const given = new URLSearchParams(location.search).get('token');
  if (given !== null) sessionStorage.setItem(tokenName, given);
  return given ?? sessionStorage.getItem(tokenName) ?? '';
}

async function send(path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`api/${path}.json`, { ...init, method: 'POST' });
  } catch {
    throw new DeskFault('offline');
  }
  const value: unknown = await response.json().catch(() => undefined);
  if (response.ok) return value;
  const { fault = 'broken', detail } = (value ?? {}) as { fault?: Fault; detail?: string };
  throw new DeskFault(fault, detail);
}

/**
 * Ask the server for something.
 * @throws DeskFault if it refuses or can't be reached
 */
export async function ask<T>(path: string, message: object = {}, signal?: AbortSignal): Promise<T> {
  return (await send(path, {
    headers: { 'content-type': 'application/json', 'x-desk-token': token() },
    body: JSON.stringify(message),
    ...(signal ? { signal } : {}),
  })) as T;
}

/**
 * Send a file to be opened as a book.
 * @throws DeskFault if it can't be opened
 */
export async function sendBook(file: File): Promise<void> {
  await send('new-book', {
    headers: {
      'content-type': 'application/octet-stream',
      'x-desk-token': token(),
      'x-file-name': encodeURIComponent(file.name),
    },
    body: await file.arrayBuffer(),
  });
}
