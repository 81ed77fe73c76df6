import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { freePort, nodeListener } from '../../local/node-server.ts';

/**
 * A line to the site that a test can cut, and on which the static files of another build can take the place of the
 * first: what a person has who rides a bus, and what a deploy does under them.
 */
export interface Line {
  origin: string;
  cut(): void;
  mend(): void;
  /** Seconds until anything is answered. */
  slow(seconds: number): void;
  /** From here on files come from this folder where it has them. */
  deploy(folder: string): void;
  /** Methods and paths of what came through, in order. */
  asked: string[];
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export async function lineTo(site: string): Promise<Line> {
  const port = await freePort();
  const asked: string[] = [];
  let isCut = false;
  let delay = 0;
  let folder: string | undefined;
  const fromFolder = async (path: string): Promise<Response | undefined> => {
    if (!folder) return undefined;
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body = await readFile(join(folder, file)).catch(() => undefined);
    const type = types[extname(file)];
    return body && type
      ? new Response(new Uint8Array(body), { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
      : undefined;
  };
  const answer = nodeListener(async (request) => {
    const { pathname, search } = new URL(request.url);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay * 1000));
    asked.push(`${request.method} ${pathname}${search}`);
    const own = request.method === 'GET' ? await fromFolder(pathname) : undefined;
    if (own) return own;
    const headers = new Headers(request.headers);
    headers.delete('host');
    headers.delete('connection');
    const sent = await fetch(site + pathname + search, {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(request.method !== 'GET' && request.method !== 'HEAD' && { body: await request.arrayBuffer() }),
    });
    const answered = new Headers(sent.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection'])
      answered.delete(name);
    return new Response(sent.body, { status: sent.status, headers: answered });
  });
  const server = createServer((request, response) => {
    if (isCut) request.socket.destroy();
    else void answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => {
      isCut = false;
    },
    slow: (seconds) => {
      delay = seconds;
    },
    deploy: (next) => {
      folder = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
