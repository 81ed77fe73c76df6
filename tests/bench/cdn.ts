import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { serve } from '../../local/node-server.ts';

/**
 * Stands before the site as Netlify's CDN does: an answer that its headers let a CDN keep is kept,
 * compressed once, and given to everybody after. What is measured through it is the page as nearly every
 * visitor gets it. It adds no delay of a network and never lets a copy grow old; {@link Cdn.empty} does.
 */
export interface Cdn {
  empty(): void;
  close(): Promise<void>;
}

interface Kept {
  status: number;
  headers: Headers;
  bodies: Record<'br' | 'gzip' | 'identity', Uint8Array<ArrayBuffer>>;
}

const mayKeep = (headers: Headers): boolean => {
  const forCdn = headers.get('netlify-cdn-cache-control');
  if (forCdn !== null) return !/no-store|private/.test(forCdn);
  // static files, which the CDN has anyway
  return !/no-store|private/.test(headers.get('cache-control') ?? '');
};

export async function startCdn(port: number, server: string): Promise<Cdn> {
  const kept = new Map<string, Kept>();
  const front = await serve(port, 'PORT', async (request) => {
    const { pathname, search } = new URL(request.url);
    if (request.method !== 'GET') return fetch(server + pathname + search, request);
    const known = kept.get(pathname + search);
    if (known !== undefined) return answer(request, known);

    const fresh = await fetch(server + pathname + search, {
      headers: { accept: request.headers.get('accept') ?? '*/*' },
    });
    const body = new Uint8Array(await fresh.arrayBuffer());
    const one = keep(fresh, body);
    if (fresh.status === 200 && mayKeep(fresh.headers)) kept.set(pathname + search, one);
    return answer(request, one);
  });
  return { empty: () => kept.clear(), close: front.close };
}

function keep(fresh: Response, body: Uint8Array<ArrayBuffer>): Kept {
  const headers = new Headers(fresh.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'date'])
    headers.delete(name);
  const compresses = /text|json|javascript|svg|xml|manifest/.test(headers.get('content-type') ?? '');
  return {
    status: fresh.status,
    headers,
    bodies: {
      identity: body,
      gzip: compresses ? new Uint8Array(gzipSync(body, { level: 6 })) : body,
      br: compresses
        ? new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }))
        : body,
    },
  };
}

function answer(request: Request, { status, headers, bodies }: Kept): Response {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
  const own = new Headers(headers);
  if (bodies[encoding] !== bodies.identity) own.set('content-encoding', encoding);
  own.append('vary', 'accept-encoding');
  const body = [204, 304].includes(status) ? null : bodies[encoding];
  return new Response(body, { status, headers: own });
}
