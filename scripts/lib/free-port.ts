import { createServer } from 'node:net';

/** Ports that no system gives to a server which asks for any: what a test lets go of for a moment isn't taken by another. */
const [lowest, highest] = [20_000, 32_000] as const;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(port, '127.0.0.1', () => {
        probe.close(() => {
          resolve(true);
        });
      });
  });

/** A free port for a program that has to be told one, or for servers that follow one another at one address. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}
