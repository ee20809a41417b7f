import { connect } from 'node:net';

/** Send bytes to a port of this machine and read the answer until the connection ends, but not longer than `maxWaitMs`. */
export const send = (port: number, bytes: string, maxWaitMs = 2000): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, maxWaitMs);
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.on('error', end).on('close', end);
  });
