import { getRequestListener, RequestError } from '@hono/node-server';
import { createServer, type Server } from 'node:http';

export type Answer = (request: Request, address: string) => Promise<Response>;

/** A taken port, with what to change. */
export class PortTaken extends Error {
  override name = 'PortTaken';
}

// PGlite may keep this process busy past Node's five seconds: a connection that was quiet for that long is
// closed before the waiting request on it is read, and the asker takes the database for away.
const keepAliveTimeout = 60_000;

/** Serves `answer` on 127.0.0.1 (and on ::1 where the machine has it, since "localhost" may mean either). */
export async function serve(
  port: number,
  variable: string,
  answer: Answer,
): Promise<{ close(): Promise<void> }> {
  const listener = nodeListener(answer);
  const server = () => createServer({ keepAliveTimeout }, listener);
  const servers = [await listen(server(), port, '127.0.0.1', variable)];
  await listen(server(), port, '::1', variable).then(
    (server) => servers.push(server),
    () => {},
  );
  return {
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

/** Turns an answer into a listener of Node's own server, as Vite's middleware needs one. */
export const nodeListener = (answer: Answer) =>
  getRequestListener(
    (request, { incoming }) =>
      isReadable(new URL(request.url).pathname)
        ? answer(request, 'socket' in incoming ? (incoming.socket.remoteAddress ?? '127.0.0.1') : '127.0.0.1')
        : noAddress(),
    {
      overrideGlobalObjects: false,
      errorHandler: (error) => {
        if (error instanceof RequestError) return noAddress();
        console.error(error);
        return new Response('The local server failed; its terminal says why.', { status: 500 });
      },
    },
  );

/** As the host's own server does with an address that cannot be read: it asks none of our code. */
const noAddress = () => new Response('This is no address.', { status: 400 });

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Throws {@link PortTaken} when somebody listens there. */
export async function requireFree(port: number, variable: string): Promise<void> {
  const probe = await listen(createServer(), port, '127.0.0.1', variable);
  await new Promise((done) => probe.close(done));
}

function listen(server: Server, port: number, host: string, variable: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port, variable) : error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

export const portTaken = (port: number, variable: string) =>
  new PortTaken(
    `Port ${port} is taken. Stop what uses it, or choose another: ${variable}=${port + 100} npm run …`,
  );

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = await listen(createServer(), 0, '127.0.0.1', 'PORT');
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
