import { connect } from 'node:net';

export interface RawAnswer {
  /** Of each answer that came, in order. */
  statuses: number[];
  text: string;
}

/**
 * Sends these bytes as they are over a socket, piece by piece, and reads until the server closes, or until
 * `enough` is in what came. Without a close and without `enough` it waits, as the test's own time limit does.
 */
export function sendRaw(
  origin: string,
  pieces: readonly (string | Uint8Array)[],
  enough = /\r\n\r\n[\s\S]*\}$|0\r\n\r\n$/,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const end = () => {
      socket.destroy();
      resolve({
        text,
        statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
      });
    };
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      if (enough.test(text)) end();
    });
    socket.on('error', () => {});
    socket.on('close', end);
    for (const piece of pieces) socket.write(piece);
  });
}
