import { Agent, request } from 'node:http';

export interface Answered {
  status: number;
  bytes: number;
}

/** Asks over kept connections, to the last byte and without unpacking: what a server sends is what is measured. */
export function openAsker(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    ask: (address: string, headers: Record<string, string> = {}, body?: string): Promise<Answered> =>
      new Promise((resolve, reject) => {
        const options = { agent, headers, method: body === undefined ? 'GET' : 'POST' };
        const sent = request(address, options, (answer) => {
          let bytes = 0;
          answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
          answer.on('error', reject);
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
