/** A sentence that says why the server could not listen on a port, and what to do. */
export function explainListenError(error: unknown, port: number, host?: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user. Choose one above 1023: PORT=4321 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: expected an address of this machine, found “${host ?? ''}”. HOST=0.0.0.0 listens on all of them.`;
  return `The server could not listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`;
}
